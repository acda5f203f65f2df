import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Member } from './types'

export const membersQuery = queryOptions({
  queryKey: ['members'],
  queryFn: ({ signal }) => request<{ items: Member[] }>('GET', '/api/members', { signal }),
  select: (data) => data.items,
  staleTime: 5 * 60_000,
})

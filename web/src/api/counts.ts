import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Counts } from './types'

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => request<Counts>('GET', '/api/counts', { signal }),
})

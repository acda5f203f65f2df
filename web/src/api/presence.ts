// Who looks at which conversation, and who is writing there. True for seconds: nothing of it is kept.

import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Id, Presence } from './types'

export const presenceQuery = queryOptions({
  queryKey: ['presence'],
  queryFn: ({ signal }) => request<{ items: Presence[] }>('GET', '/api/presence', { signal }),
  // The stream tells of every change.
  staleTime: Number.POSITIVE_INFINITY,
})

export const sendPresence = (
  id: Id,
  state: 'looking' | 'replying' | 'gone',
  tab: string,
  keepalive = false,
) => request<void>('PUT', `/api/conversations/${id}/presence`, { body: { state, tab }, keepalive })

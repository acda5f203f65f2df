import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Channel, Id } from './types'

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: ({ signal }) => request<{ items: Channel[] }>('GET', '/api/channels', { signal }),
  select: (data) => data.items,
})

export function connectChannel(body: {
  network: 'bluesky'
  handle: string
  app_password: string
  service: string | null
}): Promise<Channel> {
  return request('POST', '/api/channels', { body })
}

export function reconnectChannel(id: Id, app_password: string): Promise<Channel> {
  return request('POST', `/api/channels/${id}/reconnect`, { body: { app_password } })
}

export function disconnectChannel(id: Id): Promise<Channel> {
  return request('POST', `/api/channels/${id}/disconnect`, { body: {} })
}

import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Channel, HistoryReach, Id } from './types'

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
  history?: HistoryReach
}): Promise<Channel> {
  return request('POST', '/api/channels', { body })
}

export function reconnectChannel(id: Id, app_password: string): Promise<Channel> {
  return request('POST', `/api/channels/${id}/reconnect`, { body: { app_password } })
}

export function disconnectChannel(id: Id): Promise<Channel> {
  return request('POST', `/api/channels/${id}/disconnect`, { body: {} })
}

export function importHistory(id: Id, reach: HistoryReach): Promise<Channel> {
  return request('POST', `/api/channels/${id}/history`, { body: { reach } })
}

export function stopHistory(id: Id): Promise<Channel> {
  return request('POST', `/api/channels/${id}/history/stop`, { body: {} })
}

import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Channel, ChannelSignIn, HistoryReach, Id } from './types'

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

// Sends a browser to the network's own pages; a code comes back, or is shown there.
export function beginSignIn(body: {
  network?: 'mastodon'
  service?: string
  channel_id?: Id
  shows_code?: boolean
  history?: HistoryReach
}): Promise<ChannelSignIn> {
  return request('POST', '/api/channels/sign-in', { body })
}

export function finishSignIn(body: { state: string; code: string }): Promise<Channel> {
  return request('POST', '/api/channels/sign-in/finish', { body })
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

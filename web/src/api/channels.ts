import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Channel, ChannelSignIn, FoundSource, HistoryReach, Id } from './types'

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

// What can be read under an address that a person typed: a feed, or those of a page.
export function findFeeds(address: string): Promise<FoundSource[]> {
  const body = { network: 'feed', address }
  return request<{ items: FoundSource[] }>('POST', '/api/channels/find', { body }).then(
    (found) => found.items,
  )
}

export function addFeed(address: string): Promise<Channel> {
  return request('POST', '/api/channels', { body: { network: 'feed', address } })
}

export function reconnectChannel(id: Id, app_password: string | null): Promise<Channel> {
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

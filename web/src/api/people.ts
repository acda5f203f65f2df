import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Act, Id, PersonCard } from './types'

export const personQuery = (id: Id) =>
  queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => request<PersonCard>('GET', `/api/people/${id}`, { signal }),
  })

// `channel_id`: the one of ours that follows; none: the first on that network.
export function follow(person: Id, account_id: Id, channel_id?: Id): Promise<Act> {
  const body = channel_id ? { account_id, channel_id } : { account_id }
  return request('POST', `/api/people/${person}/follow`, { body })
}

export function unfollow(person: Id, account_id: Id): Promise<Act> {
  return request('DELETE', `/api/people/${person}/follow`, { query: { account_id } })
}

// What stands between one of our accounts and one of theirs.
export function mute(person: Id, account_id: Id, reason: string): Promise<Act> {
  return request('POST', `/api/people/${person}/mute`, { body: { account_id, reason } })
}

export function unmute(person: Id, account_id: Id): Promise<Act> {
  return request('DELETE', `/api/people/${person}/mute`, { query: { account_id } })
}

export function block(person: Id, account_id: Id, reason: string): Promise<Act> {
  return request('POST', `/api/people/${person}/block`, { body: { account_id, reason } })
}

export function unblock(person: Id, account_id: Id): Promise<Act> {
  return request('DELETE', `/api/people/${person}/block`, { query: { account_id } })
}

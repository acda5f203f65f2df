// What was done about reasons, and telling everyone who raised them. Their keys begin as those of
// reasons do, so what the server tells of reasons reads them again, too.

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from './http'
import { reasonsKey } from './reasons'
import type { Id, Page, Remedy, RemedyPerson } from './types'

export const remediesKey = [...reasonsKey, 'remedies'] as const

export const remediesQuery = queryOptions({
  queryKey: [...remediesKey, 'newest'],
  queryFn: ({ signal }) =>
    request<Page<Remedy>>('GET', '/api/remedies', { query: { limit: 20 }, signal }),
  select: (page) => page.items,
})

export const remedyQuery = (id: Id) =>
  queryOptions({
    queryKey: [...remediesKey, 'one', id],
    queryFn: ({ signal }) => request<Remedy>('GET', `/api/remedies/${id}`, { signal }),
  })

export const remedyPeopleQuery = (id: Id) =>
  infiniteQueryOptions({
    queryKey: [...remediesKey, 'people', id],
    queryFn: ({ pageParam, signal }) =>
      request<Page<RemedyPerson>>('GET', `/api/remedies/${id}/people`, {
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })

export const fixReason = (
  key: string,
  body: { done: string; days: number; article_id: Id | null },
) => request<Remedy>('POST', `/api/reasons/${encodeURIComponent(key)}/remedies`, { body })

export const closeRemedy = (id: Id) => request<Remedy>('POST', `/api/remedies/${id}/close`)
export const reopenRemedy = (id: Id) => request<Remedy>('POST', `/api/remedies/${id}/reopen`)

const asidePath = (id: Id, person: Id) => `/api/remedies/${id}/people/${person}/aside`

export const setAside = (id: Id, person: Id, reason: string) =>
  request<RemedyPerson>('POST', asidePath(id, person), { body: { reason } })
export const bringBack = (id: Id, person: Id) =>
  request<RemedyPerson>('DELETE', asidePath(id, person))

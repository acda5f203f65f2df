import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Id, Sentiment } from '../types'
import { heardKey, monitorListKey, monitorsKey, newestKey } from './keys'
import type { HeardPage, Monitor, MonitorBody, MonitorSummary, Share } from './types'

export const monitorsQuery = queryOptions({
  queryKey: monitorListKey,
  queryFn: ({ signal }) => request<{ items: Monitor[] }>('GET', '/api/monitors', { signal }),
  select: (data) => data.items,
})

export const createMonitor = (body: MonitorBody) =>
  request<Monitor>('POST', '/api/monitors', { body })
export const changeMonitor = (id: Id, body: MonitorBody) =>
  request<Monitor>('PUT', `/api/monitors/${id}`, { body })
export const removeMonitor = (id: Id) => request<void>('DELETE', `/api/monitors/${id}`)

// Which of the posts that were heard are shown, as the address says it too.
export interface HeardFilter {
  days?: number
  from?: string
  to?: string
  sentiment?: Sentiment
  reason?: string
  language?: string
  author?: string
  network?: string
  site?: string
  link?: string
  state?: string
  // Beside the state "skipped": why.
  skip_reason?: string
}

const path = (monitor: Id | 'all', what: string) => `/api/monitors/${monitor}/${what}`

export const heardPage = (
  monitor: Id | 'all',
  filter: HeardFilter,
  cursor: string | null,
  signal?: AbortSignal,
) =>
  request<HeardPage>('GET', path(monitor, 'posts'), {
    query: { ...filter, cursor, limit: 30 },
    signal,
  })

// What is narrowed is looked for in so many posts at a time: an empty page with a next one says no more.
async function somePage(
  monitor: Id | 'all',
  filter: HeardFilter,
  begin: string | null,
  signal: AbortSignal,
): Promise<HeardPage> {
  for (let cursor = begin; ; ) {
    const page = await heardPage(monitor, filter, cursor, signal)
    if (page.items.length > 0 || !page.next_cursor) return page
    cursor = page.next_cursor
  }
}

// What stands on the screen does not change by itself: what is new is told of, and shown when asked for.
export const heardQuery = (monitor: Id | 'all', filter: HeardFilter) =>
  infiniteQueryOptions({
    queryKey: [...heardKey, monitor, filter] as const,
    queryFn: ({ pageParam, signal }) => somePage(monitor, filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 0,
  })

// The newest page as it is now, to tell how many are new.
export const newestQuery = (monitor: Id | 'all', filter: HeardFilter) =>
  queryOptions({
    queryKey: [...newestKey, monitor, filter] as const,
    queryFn: ({ signal }) => heardPage(monitor, filter, null, signal),
  })

export const monitorSummaryQuery = (monitor: Id | 'all', days: number) =>
  queryOptions({
    queryKey: [...monitorsKey, 'summary', monitor, days] as const,
    queryFn: ({ signal }) =>
      request<MonitorSummary>('GET', path(monitor, 'summary'), { query: { days }, signal }),
  })

export const shareQuery = (days: number) =>
  queryOptions({
    queryKey: [...monitorsKey, 'share', days] as const,
    queryFn: ({ signal }) =>
      request<Share>('GET', '/api/monitors/share', { query: { days }, signal }),
  })

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Id, Sentiment } from '../types'
import { heardKey, monitorListKey, monitorsKey, newestKey } from './keys'
import type { HeardPage, Monitor, MonitorBody, MonitorPage, MonitorSummary, Share } from './types'

// All of them, page by page: they are named wherever something was heard.
async function allMonitors(signal: AbortSignal): Promise<{ items: Monitor[] }> {
  const items: Monitor[] = []
  for (let cursor: string | null = null; ; ) {
    const page: MonitorPage = await request<MonitorPage>('GET', '/api/monitors', {
      query: { cursor, limit: 100 },
      signal,
    })
    items.push(...page.items)
    if (!page.next_cursor) return { items }
    cursor = page.next_cursor
  }
}

export const monitorsQuery = queryOptions({
  queryKey: monitorListKey,
  queryFn: ({ signal }) => allMonitors(signal),
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

// The server compares no more at a time.
export const mostCompared = 100

// Of more monitors than can be compared, those that heard the most within a week; null: all.
export function toCompare(monitors: readonly Pick<Monitor, 'id' | 'week'>[]): string | null {
  if (monitors.length <= mostCompared) return null
  return monitors
    .toSorted((a, b) => b.week - a.week)
    .slice(0, mostCompared)
    .map(({ id }) => id)
    .toSorted()
    .join(',')
}

export const shareQuery = (days: number, among: readonly Pick<Monitor, 'id' | 'week'>[] = []) => {
  const monitors = toCompare(among)
  return queryOptions({
    queryKey: [...monitorsKey, 'share', days, monitors] as const,
    queryFn: ({ signal }) =>
      request<Share>('GET', '/api/monitors/share', { query: { days, monitors }, signal }),
  })
}

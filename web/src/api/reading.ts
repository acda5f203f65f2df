// What the engine read, as the team works with it: corrections, reasons, and what is learned of both.

import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import { reasonsKey } from './reasons'
import type { Correction, Id, Learning, Reading, Reason, ReasonSummary } from './types'

export const correctReading = (post: Id, body: Correction) =>
  request<Reading>('PUT', `/api/posts/${post}/reading`, { body })

export type ReadingPart = Reading['corrected'][number]

// Takes what was said of a part back, or all corrections of a post.
export const uncorrectReading = (post: Id, part?: ReadingPart) =>
  request<Reading>('DELETE', `/api/posts/${post}/reading`, { query: { part } })

export const addReason = (name: string) =>
  request<Reason>('POST', '/api/reasons', { body: { name } })

const reasonPath = (key: string) => `/api/reasons/${encodeURIComponent(key)}`

export const renameReason = (key: string, name: string) =>
  request<Reason>('PUT', reasonPath(key), { body: { name } })

// From now on `key` is told as `into`; what was said earlier, too.
export const mergeReason = (key: string, into: string) =>
  request<Reason>('POST', `${reasonPath(key)}/merge`, { body: { into } })

export const summaryQuery = (days: number) =>
  queryOptions({
    queryKey: [...reasonsKey, 'summary', days],
    queryFn: ({ signal }) =>
      request<ReasonSummary>('GET', '/api/reasons/summary', { query: { days }, signal }),
  })

export const learningQuery = queryOptions({
  queryKey: ['learning'],
  queryFn: ({ signal }) => request<Learning>('GET', '/api/learning', { signal }),
})

export const switchLearning = (on: boolean) =>
  request<Learning>('POST', '/api/learning', { body: { on } })

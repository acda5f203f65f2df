// What the server knows of queries: whether one is right, what it says, what it would have found.

import { queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Id } from '../types'
import type { Dialect, PreviewPart, QueryCheck, QueryField } from './types'

export const fieldsQuery = queryOptions({
  queryKey: ['listening', 'fields'],
  queryFn: ({ signal }) =>
    request<{ items: QueryField[] }>('GET', '/api/queries/fields', { signal }),
  select: (data) => data.items,
  staleTime: Number.POSITIVE_INFINITY,
})

export const checkQuery = (query: string, dialect?: Dialect, signal?: AbortSignal) =>
  request<QueryCheck>('POST', '/api/queries/check', { body: { query, dialect }, signal })

export interface PreviewBody {
  query: string
  days: number
  cursor?: string
  rejected?: readonly Id[]
}

export const previewPart = (body: PreviewBody, signal?: AbortSignal) =>
  request<PreviewPart>('POST', '/api/queries/preview', { body, signal })

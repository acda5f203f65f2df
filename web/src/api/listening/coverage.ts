import { queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Id, Time } from '../types'
import { coverageKey } from './keys'
import type { ListeningSource } from './types'

export const coverageQuery = queryOptions({
  queryKey: coverageKey,
  queryFn: ({ signal }) =>
    request<{ sources: ListeningSource[] }>('GET', '/api/coverage', { signal }),
  select: (data) => data.sources,
  // What is read is told of; how far, only by asking.
  refetchInterval: 30_000,
})

export const readGap = (body: { channel: Id | null; source: string; from: Time; to: Time }) =>
  request<ListeningSource>('POST', '/api/coverage/backfill', { body })

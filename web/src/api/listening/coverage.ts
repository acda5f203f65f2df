import { queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Id, Time } from '../types'
import { coverageKey } from './keys'
import type { Backfill, Coverage } from './types'

export const coverageQuery = queryOptions({
  queryKey: coverageKey,
  queryFn: ({ signal }) => request<Coverage>('GET', '/api/coverage', { signal }),
  // That something was read is told of; how far, only by asking.
  refetchInterval: 30_000,
})

// Asks the network's search for what the monitors would have found in this time.
export const readGap = (body: { channel_id: Id; from: Time; to: Time }) =>
  request<Backfill>('POST', '/api/backfills', { body })

export const stopReading = (id: Id) => request<Backfill>('POST', `/api/backfills/${id}/stop`)

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { checkQuery } from '@/api/listening/query-language'
import type { Dialect, QueryCheck } from '@/api/listening/types'
import { type Finding, placeFindings } from './place'

const pause = 250

export interface Checked {
  // Of the query as it stands; null: it is not judged yet.
  now: QueryCheck | null
  // The last there was, to show while the next is on its way.
  last: QueryCheck | null
  findings: readonly Finding[]
  error: unknown
  retry: () => void
}

const none: readonly Finding[] = []

// What the server makes of a query, a moment after it was written.
export function useCheck(query: string, dialect: Dialect | null): Checked {
  const [settled] = useDebouncedValue(query, pause)
  const empty = settled.trim() === ''
  const check = useQuery({
    queryKey: ['listening', 'check', dialect, settled],
    queryFn: async ({ signal }) => ({
      of: settled,
      dialect,
      check: await checkQuery(settled, dialect ?? undefined, signal),
    }),
    enabled: !empty,
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  })
  const { data } = check
  const isOfThis = !empty && data?.of === query && data.dialect === dialect
  const findings = useMemo(
    () => (isOfThis && data ? placeFindings(data.of, data.check.diagnostics) : none),
    [isOfThis, data],
  )
  return {
    now: isOfThis && data ? data.check : null,
    last: empty ? null : (data?.check ?? null),
    findings,
    error: check.isError && !empty ? check.error : null,
    retry: () => void check.refetch(),
  }
}

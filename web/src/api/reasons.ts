import { queryOptions, useQuery } from '@tanstack/react-query'
import { request } from './http'
import type { Reason } from './types'

export const reasonsKey = ['reasons'] as const

// What complaints can be about, also what is told as another by now.
export const reasonsQuery = queryOptions({
  queryKey: [...reasonsKey, 'all'],
  queryFn: ({ signal }) => request<{ items: Reason[] }>('GET', '/api/reasons', { signal }),
  select: (data) => data.items,
})

// The reason that this one is told as: itself, or the last of those it was merged into.
export function standsAs(reasons: readonly Reason[], key: string | undefined): Reason | undefined {
  const reason = reasons.find((one) => one.key === key)
  const into = reason?.merged_into && standsAs(reasons, reason.merged_into)
  return into || reason
}

// What the team calls a reason. Only asked for where there is one to name.
export function useReasonName(key: string | undefined): string | undefined {
  const { data: reasons } = useQuery({ ...reasonsQuery, enabled: key !== undefined })
  return (reasons && standsAs(reasons, key))?.name
}

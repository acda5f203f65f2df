import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { ApiError, request } from '../http'
import type { Id, Page } from '../types'
import { alertsKey } from './keys'
import type { Alert, AlertRule } from './types'

export const alertsQuery = infiniteQueryOptions({
  queryKey: alertsKey,
  queryFn: ({ pageParam, signal }) =>
    request<Page<Alert>>('GET', '/api/alerts', { query: { cursor: pageParam }, signal }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
})

// A server that raises none has nothing at this address.
export const isNotThere = (error: unknown) => error instanceof ApiError && error.status === 404

export const markAlertsRead = () => request<void>('POST', '/api/alerts/read')

export const alertRulesQuery = (monitor: Id) =>
  queryOptions({
    queryKey: ['listening', 'rules', monitor] as const,
    queryFn: ({ signal }) =>
      request<{ rules: AlertRule[] }>('GET', `/api/monitors/${monitor}/alerts`, { signal }),
    select: (data) => data.rules,
  })

export const changeAlertRules = (monitor: Id, rules: readonly AlertRule[]) =>
  request<{ rules: AlertRule[] }>('PUT', `/api/monitors/${monitor}/alerts`, { body: { rules } })

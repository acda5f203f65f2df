import { queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { HelpSite } from './types'

export const siteQuery = queryOptions({
  queryKey: ['help-site'],
  queryFn: ({ signal }) => request<HelpSite>('GET', '/api/help-site', { signal }),
})

export const changeSite = (body: Omit<HelpSite, 'url'>) =>
  request<HelpSite>('PUT', '/api/help-site', { body })

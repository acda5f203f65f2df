import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Id, SavedView, SavedViewBody } from './types'

export const viewsQuery = queryOptions({
  queryKey: ['views'],
  queryFn: ({ signal }) => request<{ items: SavedView[] }>('GET', '/api/views', { signal }),
  select: (data) => data.items,
})

export const createView = (body: SavedViewBody) =>
  request<SavedView>('POST', '/api/views', { body })

export const changeView = (id: Id, body: SavedViewBody) =>
  request<SavedView>('PUT', `/api/views/${id}`, { body })

export const removeView = (id: Id) => request<void>('DELETE', `/api/views/${id}`)

export const arrangeViews = (ids: readonly Id[]) =>
  request<void>('POST', '/api/views/order', { body: { ids } })

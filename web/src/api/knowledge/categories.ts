import { queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Id } from '../types'
import { articlesKey } from './keys'
import type { Category } from './types'

export const categoriesQuery = queryOptions({
  queryKey: [...articlesKey, 'categories'],
  queryFn: ({ signal }) =>
    request<{ items: Category[] }>('GET', '/api/article-categories', { signal }),
  select: (data) => data.items,
})

export const createCategory = (name: string) =>
  request<Category>('POST', '/api/article-categories', { body: { name } })

export const changeCategory = (id: Id, body: { name: string; place: number }) =>
  request<Category>('PUT', `/api/article-categories/${id}`, { body })

export const removeCategory = (id: Id) => request<void>('DELETE', `/api/article-categories/${id}`)

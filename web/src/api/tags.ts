import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Id, Tag, TagColor } from './types'

export const tagColors: readonly TagColor[] = [
  'gray',
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'violet',
  'pink',
]

export const tagsQuery = queryOptions({
  queryKey: ['tags'],
  queryFn: ({ signal }) => request<{ items: Tag[] }>('GET', '/api/tags', { signal }),
  select: (data) => data.items,
})

interface Body {
  name: string
  color: TagColor
}

export const createTag = (body: Body) => request<Tag>('POST', '/api/tags', { body })

export const changeTag = (id: Id, body: Body) => request<Tag>('PUT', `/api/tags/${id}`, { body })

export const removeTag = (id: Id) => request<void>('DELETE', `/api/tags/${id}`)

export const mergeTag = (id: Id, into_id: Id) =>
  request<Tag>('POST', `/api/tags/${id}/merge`, { body: { into_id } })

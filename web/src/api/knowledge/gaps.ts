import { queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Id } from '../types'
import { gapsKey } from './keys'
import type { Article, Gap, GapList, GapPostList } from './types'

export const gapsQuery = queryOptions({
  queryKey: [...gapsKey, 'list'],
  queryFn: ({ signal }) => request<GapList>('GET', '/api/gaps', { signal }),
})

export const gapPostsQuery = (id: Id) =>
  queryOptions({
    queryKey: [...gapsKey, 'posts', id] as const,
    queryFn: ({ signal }) => request<GapPostList>('GET', `/api/gaps/${id}/posts`, { signal }),
    select: (data) => data.items,
  })

export const dismissGap = (id: Id) => request<Gap>('POST', `/api/gaps/${id}/dismiss`)
export const reopenGap = (id: Id) => request<Gap>('POST', `/api/gaps/${id}/reopen`)

// An article begun from what they asked and what we answered: everybody there, or in one conversation.
export const draftFrom = (gap_id: Id) =>
  request<Article>('POST', '/api/articles/draft', { body: { gap_id } })

export const draftFromConversation = (id: Id) =>
  request<Article>('POST', '/api/articles/draft', { body: { conversation_ids: [id] } })

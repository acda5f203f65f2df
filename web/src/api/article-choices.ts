import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Id } from './types'

export interface ArticleChoice {
  id: Id
  title: string
}

// Published articles and resources in which these words occur; none said: the latest.
export const articleChoicesQuery = (words: string) =>
  queryOptions({
    queryKey: ['articles', 'choices', words] as const,
    queryFn: ({ signal }) =>
      request<{ items: ArticleChoice[] }>('GET', '/api/articles', {
        query: { status: 'published', q: words || undefined, limit: 20 },
        signal,
      }),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  })

import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { components } from './schema'

type Schemas = components['schemas']

export type ArticleChoice = Pick<Schemas['ArticleRow'], 'id' | 'title'>

// Published articles and resources in which these words occur; none said: the latest.
export const articleChoicesQuery = (words: string) =>
  queryOptions({
    queryKey: ['articles', 'choices', words] as const,
    queryFn: ({ signal }) =>
      request<Schemas['ArticlePage']>('GET', '/api/articles', {
        query: { status: 'published', q: words || undefined, limit: 20 },
        signal,
      }),
    select: (page) => page.items,
    placeholderData: keepPreviousData,
  })

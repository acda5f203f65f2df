import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Id } from '../types'
import { articlesKey } from './keys'
import type {
  Article,
  ArticleBody,
  ArticleKind,
  ArticlePage,
  ArticleStatus,
  Imported,
  MarkdownFile,
  UsePage,
} from './types'

export const articleListKey = [...articlesKey, 'list'] as const

// Which articles are listed, as the address says it too.
export interface ArticleFilter {
  q?: string
  kind?: ArticleKind
  status?: ArticleStatus
  category?: Id
  language?: string
  review?: 'due'
}

// Words are looked for in so many articles at a time: an empty page with a next one says no more.
async function somePage(
  filter: ArticleFilter,
  begin: string | null,
  signal: AbortSignal,
): Promise<ArticlePage> {
  for (let cursor = begin; ; ) {
    const page: ArticlePage = await request<ArticlePage>('GET', '/api/articles', {
      query: { ...filter, cursor, limit: 100 },
      signal,
    })
    if (page.items.length > 0 || !page.next_cursor) return page
    cursor = page.next_cursor
  }
}

export const articlesQuery = (filter: ArticleFilter) =>
  infiniteQueryOptions({
    queryKey: [...articleListKey, filter] as const,
    queryFn: ({ pageParam, signal }) => somePage(filter, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })

// Those that changed last.
export const latestArticles = (filter: ArticleFilter) =>
  request<ArticlePage>('GET', '/api/articles', { query: { ...filter, limit: 20 } })

export const readArticle = (id: Id, signal?: AbortSignal) =>
  request<Article>('GET', `/api/articles/${id}`, { signal })

export const articleQuery = (id: Id) =>
  queryOptions({
    queryKey: [...articlesKey, 'one', id] as const,
    queryFn: ({ signal }) => readArticle(id, signal),
  })

export const createArticle = (body: ArticleBody) =>
  request<Article>('POST', '/api/articles', { body })

// Refused as a conflict if somebody changed it since `version`.
export const changeArticle = (id: Id, body: ArticleBody & { version: number }) =>
  request<Article>('PUT', `/api/articles/${id}`, { body })

export const removeArticle = (id: Id) => request<void>('DELETE', `/api/articles/${id}`)

export const usesQuery = (id: Id) =>
  infiniteQueryOptions({
    queryKey: [...articlesKey, 'uses', id] as const,
    queryFn: ({ pageParam, signal }) =>
      request<UsePage>('GET', `/api/articles/${id}/uses`, {
        query: { cursor: pageParam, limit: 50 },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })

export type ImportBody =
  | { format: 'markdown'; files: MarkdownFile[] }
  | { format: 'auto'; export: unknown }

export const importArticles = (body: ImportBody) =>
  request<Imported>('POST', '/api/articles/import', { body })

export const exportArticles = () =>
  request<{ files: MarkdownFile[] }>('GET', '/api/articles/export')

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from '../http'
import type { Conversation, ConversationRow, Id, Page, Post } from '../types'
import { type ListFilter, viewQuery } from './view'

export const listsKey = ['conversations', 'list'] as const

export const listQuery = (filter: ListFilter) =>
  infiniteQueryOptions({
    queryKey: [...listsKey, filter] as const,
    queryFn: async ({ pageParam, signal }) => {
      for (let cursor = pageParam; ; ) {
        const page = await request<Page<ConversationRow>>('GET', '/api/conversations', {
          query: { ...viewQuery(filter), cursor, limit: 50 },
          signal,
        })
        // A search looks through so many posts at a time: an empty page with a next one says no more.
        if (page.items.length > 0 || !page.next_cursor) return page
        cursor = page.next_cursor
      }
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })

export const conversationQuery = (id: Id) =>
  queryOptions({
    queryKey: ['conversations', 'detail', id] as const,
    queryFn: ({ signal }) => request<Conversation>('GET', `/api/conversations/${id}`, { signal }),
    // Asking makes the server read the thread on the network again. Networks do not tell us when
    // people go on among themselves, so while someone looks, we keep looking.
    refetchInterval: 20_000,
  })

export const threadsKey = ['conversations', 'thread'] as const

export const threadQuery = (id: Id) =>
  infiniteQueryOptions({
    queryKey: [...threadsKey, id] as const,
    queryFn: ({ pageParam, signal }) =>
      request<Page<Post>>('GET', `/api/conversations/${id}/thread`, {
        query: { cursor: pageParam },
        signal,
      }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next_cursor,
  })

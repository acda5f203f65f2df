// Keeps every loaded list in step with one conversation that changed, without asking for the lists
// again: a desk that hears many people would otherwise reload pages all day.

import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { sessionQuery } from '../session'
import type { Conversation, ConversationRow, Id, Page } from '../types'
import { conversationQuery, listsKey } from './queries'
import { belongs, compareRows, type ListFilter } from './view'

export type Pages = InfiniteData<Page<ConversationRow>, string | null>

// Puts `row` where it now belongs. A row that sorts behind the last loaded page is left to that page.
export function placeRow(data: Pages, row: ConversationRow, filter: ListFilter, me: Id): Pages {
  const known = data.pages.some((page) => page.items.some((item) => item.id === row.id))
  const fits = belongs(row, filter, me)
  if (!known && fits !== true) return data

  const order = compareRows(filter)
  if (known && fits !== false && staysInPlace(data, row, order)) {
    return mapPages(data, (items) => items.map((item) => (item.id === row.id ? row : item)))
  }
  const without = mapPages(data, (items) => items.filter((item) => item.id !== row.id))
  return fits === false ? without : insert(without, row, order)
}

type Order = (a: ConversationRow, b: ConversationRow) => number

function staysInPlace(data: Pages, row: ConversationRow, order: Order): boolean {
  const rows = data.pages.flatMap((page) => page.items)
  const at = rows.findIndex((item) => item.id === row.id)
  const before = rows[at - 1]
  const after = rows[at + 1]
  return (!before || order(before, row) <= 0) && (!after || order(row, after) <= 0)
}

function insert(data: Pages, row: ConversationRow, order: Order): Pages {
  const last = data.pages.length - 1
  const page = data.pages.findIndex((p) => p.items.some((item) => order(row, item) < 0))
  if (page === -1 && data.pages[last]?.next_cursor) return data
  const target = page === -1 ? last : page
  return {
    ...data,
    pages: data.pages.map((p, index) => {
      if (index !== target) return p
      const at = p.items.findIndex((item) => order(row, item) < 0)
      return { ...p, items: p.items.toSpliced(at === -1 ? p.items.length : at, 0, row) }
    }),
  }
}

function mapPages(data: Pages, change: (items: ConversationRow[]) => ConversationRow[]): Pages {
  return { ...data, pages: data.pages.map((page) => ({ ...page, items: change(page.items) })) }
}

export function placeInLists(cache: QueryClient, row: ConversationRow): void {
  const me = cache.getQueryData(sessionQuery.queryKey)?.member?.id ?? ''
  for (const [key, data] of cache.getQueriesData<Pages>({ queryKey: listsKey })) {
    if (data) cache.setQueryData(key, placeRow(data, row, key[2] as ListFilter, me))
  }
}

// Stores a conversation as the server gave it, unless something newer is already here.
export function keepConversation(cache: QueryClient, conversation: Conversation): void {
  const { queryKey } = conversationQuery(conversation.id)
  const before = cache.getQueryData(queryKey)
  if (before && before.version > conversation.version) return
  cache.setQueryData(queryKey, conversation)
  placeInLists(cache, conversation)
}

// The row as any list or the open thread knows it, whichever heard of it last.
export function findRow(cache: QueryClient, id: Id): ConversationRow | undefined {
  let newest: ConversationRow | undefined = cache.getQueryData(conversationQuery(id).queryKey)
  for (const [, data] of cache.getQueriesData<Pages>({ queryKey: listsKey })) {
    const row = data?.pages.flatMap((page) => page.items).find((item) => item.id === id)
    if (row && (!newest || row.version > newest.version)) newest = row
  }
  return newest
}

// Changes what is shown at once, before the server has answered.
export function patchConversation(cache: QueryClient, id: Id, patch: Partial<Conversation>): void {
  const { queryKey } = conversationQuery(id)
  const row = findRow(cache, id)
  const open = cache.getQueryData(queryKey)
  if (open) cache.setQueryData(queryKey, { ...open, ...patch })
  if (row) placeInLists(cache, { ...row, ...patch })
}

// Keeps every loaded list in step with conversations that changed, without asking for the lists
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
  const without = removeRow(data, row.id)
  return fits === false ? without : insert(without, row, order)
}

export function removeRow(data: Pages, id: Id): Pages {
  return mapPages(data, (items) => items.filter((item) => item.id !== id))
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

// A page whose items did not change stays the same object.
function mapPages(data: Pages, change: (items: ConversationRow[]) => ConversationRow[]): Pages {
  return {
    ...data,
    pages: data.pages.map((page) => {
      const items = change(page.items)
      const same =
        items.length === page.items.length && items.every((item, at) => item === page.items[at])
      return same ? page : { ...page, items }
    }),
  }
}

// All of them in one step: each list is written, and drawn, once.
export function placeInLists(cache: QueryClient, rows: readonly ConversationRow[]): void {
  if (rows.length === 0) return
  const me = cache.getQueryData(sessionQuery.queryKey)?.member?.id ?? ''
  for (const [key, data] of cache.getQueriesData<Pages>({ queryKey: listsKey })) {
    if (!data) continue
    const filter = key[2] as ListFilter
    const next = rows.reduce((pages, row) => placeRow(pages, row, filter, me), data)
    if (next !== data) cache.setQueryData(key, next)
  }
}

// Stores a conversation as the server gave it, unless something newer is already here.
export function keepConversation(cache: QueryClient, conversation: Conversation): void {
  const { queryKey } = conversationQuery(conversation.id)
  const before = cache.getQueryData(queryKey)
  if (before && before.version > conversation.version) return
  cache.setQueryData(queryKey, conversation)
  placeInLists(cache, [conversation])
}

// The same of rows, which know less than an open conversation: what that shows beside them is read
// again when somebody looks.
export function keepRows(cache: QueryClient, rows: readonly ConversationRow[]): void {
  const fresh = rows.filter((row) => {
    const known = findRow(cache, row.id)
    return !known || known.version <= row.version
  })
  for (const row of fresh) {
    const { queryKey } = conversationQuery(row.id)
    const open = cache.getQueryData(queryKey)
    if (!open) continue
    cache.setQueryData(queryKey, { ...open, ...row })
    void cache.invalidateQueries({ queryKey, refetchType: 'none' })
  }
  placeInLists(cache, fresh)
}

// A conversation that is here no longer: its thread turned out to be part of another.
export function forgetRows(cache: QueryClient, ids: readonly Id[]): void {
  if (ids.length === 0) return
  for (const [key, data] of cache.getQueriesData<Pages>({ queryKey: listsKey })) {
    if (data) cache.setQueryData(key, ids.reduce(removeRow, data))
  }
}

// The row as any list or the open thread knows it, whichever heard of it last.
export function findRow(cache: QueryClient, id: Id): ConversationRow | undefined {
  let newest: ConversationRow | undefined = cache.getQueryData(conversationQuery(id).queryKey)
  for (const [, data] of cache.getQueriesData<Pages>({ queryKey: listsKey })) {
    for (const page of data?.pages ?? []) {
      const row = page.items.find((item) => item.id === id)
      if (row && (!newest || row.version > newest.version)) newest = row
    }
  }
  return newest
}

// Changes what is shown at once, before the server has answered.
export function patchConversation(cache: QueryClient, id: Id, patch: Partial<Conversation>): void {
  patchRows(cache, [[id, patch]])
}

export function patchRows(
  cache: QueryClient,
  patches: readonly (readonly [Id, Partial<Conversation>])[],
): void {
  const rows: ConversationRow[] = []
  for (const [id, patch] of patches) {
    const { queryKey } = conversationQuery(id)
    const row = findRow(cache, id)
    const open = cache.getQueryData(queryKey)
    if (open) cache.setQueryData(queryKey, { ...open, ...patch })
    if (row) rows.push({ ...row, ...patch })
  }
  placeInLists(cache, rows)
}

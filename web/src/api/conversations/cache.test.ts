import { QueryClient } from '@tanstack/react-query'
import { describe, expect, test } from 'vitest'
import type { ConversationRow } from '@/api/types'
import { conversation, row } from '@/testing/samples'
import { findRow, type Pages, placeRow } from './cache'
import { conversationQuery, listQuery } from './queries'

const at = (minute: number) => `2026-11-23T10:${String(minute).padStart(2, '0')}:00.000000Z`
const waits = (id: string, minute: number, more: Partial<ConversationRow> = {}) =>
  row({ id, waiting_since: at(minute), last_post_at: at(minute), ...more })

const pages = (...items: ConversationRow[][]): Pages => ({
  pages: items.map((page, index) => ({
    items: page,
    next_cursor: index < items.length - 1 ? `after ${index}` : null,
  })),
  pageParams: items.map(() => null),
})
const ids = (data: Pages) => data.pages.map((page) => page.items.map((item) => item.id))
const open = { view: 'open' } as const

describe('a changed row', () => {
  const list = pages([waits('1', 1), waits('2', 2)], [waits('3', 3), waits('4', 4)])

  test('is replaced where it stands', () => {
    const next = placeRow(list, waits('3', 3, { draft: true }), open, 'me')
    expect(ids(next)).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
    expect(next.pages[1]?.items[0]?.draft).toBe(true)
  })

  test('leaves a view it no longer belongs to', () => {
    expect(ids(placeRow(list, waits('2', 2, { state: 'resolved' }), open, 'me'))).toEqual([
      ['1'],
      ['3', '4'],
    ])
  })

  test('moves when its order changes', () => {
    expect(ids(placeRow(list, waits('1', 9), open, 'me'))).toEqual([['2'], ['3', '4', '1']])
  })

  test('that is new goes where it belongs', () => {
    expect(ids(placeRow(list, waits('9', 2), open, 'me'))).toEqual([
      ['1', '2'],
      ['9', '3', '4'],
    ])
  })

  test('that is new waits for its page when that is not loaded', () => {
    const partly = { ...list, pages: list.pages.map((page) => ({ ...page, next_cursor: 'more' })) }
    expect(ids(placeRow(partly, waits('9', 30), open, 'me'))).toEqual([
      ['1', '2'],
      ['3', '4'],
    ])
  })

  test('newest comes first where nobody waits', () => {
    const done = pages([waits('2', 2, { state: 'resolved' }), waits('1', 1, { state: 'resolved' })])
    const next = placeRow(done, waits('3', 3, { state: 'resolved' }), { view: 'resolved' }, 'me')
    expect(ids(next)).toEqual([['3', '2', '1']])
  })

  test('shows under Mine only when it is', () => {
    const mine = pages([waits('1', 1, { owner: { id: 'me', name: 'Me' } })])
    expect(ids(placeRow(mine, waits('2', 2), { view: 'mine' }, 'me'))).toEqual([['1']])
    expect(ids(placeRow(mine, waits('1', 1), { view: 'mine' }, 'me'))).toEqual([[]])
  })

  test('found by a search is updated, but only the server adds to a search', () => {
    const found = pages([waits('1', 1)])
    const search = { view: 'open', q: 'kettle' } as const
    expect(ids(placeRow(found, waits('2', 2), search, 'me'))).toEqual([['1']])
    expect(
      placeRow(found, waits('1', 1, { draft: true }), search, 'me').pages[0]?.items[0]?.draft,
    ).toBe(true)
  })
})

test('a row is known as whoever heard of it last knows it', () => {
  const cache = new QueryClient()
  cache.setQueryData(conversationQuery('1').queryKey, conversation({ id: '1', version: 2 }))
  expect(findRow(cache, '1')?.version).toBe(2)
  const { queryKey } = listQuery(open)
  cache.setQueryData(queryKey, pages([row({ id: '1', version: 3 })]))
  expect(findRow(cache, '1')?.version).toBe(3)
  cache.setQueryData(queryKey, pages([row({ id: '1', version: 1 })]))
  expect(findRow(cache, '1')?.version).toBe(2)
})

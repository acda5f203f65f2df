import '@/i18n'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { listQuery } from '@/api/conversations/queries'
import type { BulkResult, ConversationRow } from '@/api/types'
import { row } from '@/testing/samples'
import { say, sayFailure } from '@/ui/toast'
import { decideMany, undoMany } from './many'

vi.mock('@/ui/toast', () => ({ say: vi.fn(), sayFailure: vi.fn() }))

const rows = ['1', '2', '3'].map((id) => row({ id, version: 4 }))
const filter = { view: 'open' } as const
const skip = {
  action: { verb: 'skip', reason: 'spam', detail: '' },
  patch: () => ({ state: 'skipped' as const, skip_reason: 'spam' as const }),
  onlyIfUnchanged: true,
} as const

let cache: QueryClient
let asked: { url: string; body: { items: unknown[] } }[]
beforeEach(() => {
  vi.clearAllMocks()
  cache = new QueryClient()
  asked = []
  cache.setQueryData(listQuery(filter).queryKey, {
    pages: [{ items: rows, next_cursor: null }],
    pageParams: [null],
  })
})
afterEach(() => vi.unstubAllGlobals())

const listed = () =>
  cache.getQueryData(listQuery(filter).queryKey)?.pages[0]?.items.map((one) => one.id)
const answering = (answer: (ids: string[]) => BulkResult[], status = 200) =>
  vi.stubGlobal('fetch', async (url: string, init: { body: string }) => {
    const body = JSON.parse(init.body)
    asked.push({ url, body })
    const ids = body.items.map((item: Record<string, string>) => item.id ?? item.conversation_id)
    return new Response(JSON.stringify({ items: answer(ids) }), { status })
  })
const done = (id: string, more: Partial<ConversationRow>): BulkResult => ({
  id,
  outcome: 'done',
  decision_id: `9${id}`,
  row: row({ id, version: 5, ...more }),
})

test('many go in one question; one that changed is told and shown as it stands', async () => {
  answering((ids) =>
    ids.map((id) =>
      id === '2'
        ? {
            id,
            outcome: 'changed',
            decision_id: null,
            row: row({ id, version: 6, owner: { id: '5', name: 'Ben' } }),
          }
        : done(id, { state: 'skipped' }),
    ),
  )
  const taken = await decideMany(cache, rows, skip)
  expect(asked).toHaveLength(1)
  expect(asked[0]?.body.items[0]).toEqual({ id: '1', version: 4 })
  expect(listed()).toEqual(['2'])
  expect(taken.map((one) => one.conversation_id)).toEqual(['1', '3'])
  expect(say).toHaveBeenCalledOnce()

  answering((ids) => ids.map((id) => done(id, { state: 'open', version: 7 } as never)))
  await undoMany(cache, taken, rows)
  expect(asked.at(-1)?.url).toContain('/undo')
  expect(listed()?.toSorted()).toEqual(['1', '2', '3'])
})

test('more than the server takes go in several questions', async () => {
  const many = Array.from({ length: 450 }, (_, at) => row({ id: String(at + 1) }))
  answering((ids) => ids.map((id) => done(id, {})))
  const taken = await decideMany(cache, many, skip)
  expect(asked.map((one) => one.body.items.length)).toEqual([200, 200, 50])
  expect(taken).toHaveLength(450)
})

test('a refusal puts everything back', async () => {
  answering(() => [], 403)
  expect(await decideMany(cache, rows, skip)).toEqual([])
  expect(listed()).toEqual(['1', '2', '3'])
  expect(sayFailure).toHaveBeenCalledOnce()
})

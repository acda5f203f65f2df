import '@/i18n'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { conversation } from '@/testing/samples'
import { conversationQuery, listsKey } from '../conversations/queries'
import { countsQuery } from '../counts'
import { EventApplier } from './apply-events'

let cache: QueryClient
let applier: EventApplier
let asked: string[]
let lists: () => Promise<object>
let watching: (() => void)[]

function watch(queryKey: readonly unknown[], queryFn: () => Promise<object>) {
  const options = { queryKey, queryFn, staleTime: Number.POSITIVE_INFINITY }
  watching.push(new QueryObserver(cache, options).subscribe(() => {}))
}

const changed = (id: string) =>
  applier.apply({
    id: '9',
    type: 'conversation',
    data: { conversation_id: id, version: 2, reason: 'post' },
  })
const joined = () => applier.apply({ id: null, type: 'joined', data: {} })
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

beforeEach(async () => {
  vi.useFakeTimers()
  cache = new QueryClient()
  applier = new EventApplier(cache)
  asked = []
  watching = []
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    return new Response(JSON.stringify(conversation({ id: path.split('/').at(-1), version: 2 })))
  })
  lists = async () => ({ pages: [], pageParams: [] })
  watch([...listsKey, { view: 'open' }], () => {
    asked.push('list')
    return lists()
  })
  watch(countsQuery.queryKey, async () => {
    asked.push('counts')
    return {}
  })
  await pass(0)
  asked = []
})
afterEach(() => {
  for (const stop of watching) stop()
  cache.clear()
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe('a conversation that changed', () => {
  test('is asked for when it is on screen, and the list is not', async () => {
    watch(conversationQuery('1').queryKey, async () => conversation({ id: '1' }))
    await pass(0)
    changed('1')
    await pass(2_000)
    expect(asked.sort()).toEqual(['/api/conversations/1', 'counts'])
    expect(cache.getQueryData(conversationQuery('1').queryKey)?.version).toBe(2)
  })

  test('is never asked for when nobody looks at it: the list tells', async () => {
    cache.setQueryData(conversationQuery('1').queryKey, conversation({ id: '1' }))
    for (let id = 1; id <= 30; id++) changed(String(id))
    await pass(2_000)
    expect(asked.sort()).toEqual(['counts', 'list'])
    expect(cache.getQueryState(conversationQuery('1').queryKey)?.isInvalidated).toBe(true)
  })

  test('on a busy desk asks for the list once a second', async () => {
    for (let at = 0; at < 10; at++) {
      changed(String(at))
      await pass(300)
    }
    await pass(3_000)
    const times = asked.filter((what) => what === 'list').length
    expect(times).toBeGreaterThan(2)
    expect(times).toBeLessThan(6)
  })
})

describe('a team that changed', () => {
  test('has who is here, what I may do and what is whose read again', async () => {
    for (const what of ['session', 'members']) {
      watch([what], async () => {
        asked.push(what)
        return {}
      })
    }
    await pass(0)
    asked = []
    applier.apply({ id: '9', type: 'team', data: { member_id: '7', reason: 'left' } })
    await pass(2_000)
    expect(asked.sort()).toEqual(['counts', 'list', 'members', 'session'])
  })
})

describe('a stream that begins now', () => {
  test('has what was read before it read once more', async () => {
    joined()
    await pass(300)
    expect(asked.sort()).toEqual(['counts', 'list'])
    await pass(5_000)
    expect(asked).toHaveLength(2)
  })

  test('waits for a first answer under way before it asks again', async () => {
    let answer = (_: object) => {}
    let times = 0
    watch(['channels'], () => {
      times++
      return new Promise((resolve) => {
        answer = resolve
      })
    })
    joined()
    await pass(300)
    expect(times).toBe(1)
    answer({ items: [] })
    await pass(0)
    expect(times).toBe(2)
  })
})

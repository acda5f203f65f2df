import '@/i18n'
import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { conversation, post, row } from '@/testing/samples'
import { conversationQuery, listQuery, listsKey, threadQuery } from '../conversations/queries'
import { countsQuery } from '../counts'
import { monitorListKey, monitorsKey, newestKey } from '../listening/keys'
import { presenceQuery } from '../presence'
import { learningQuery, summaryQuery } from '../reading'
import { reasonsQuery } from '../reasons'
import { sessionQuery } from '../session'
import { topicsQuery } from '../topics'
import type { ConversationRow } from '../types'
import { EventApplier } from './apply-events'

let cache: QueryClient
let applier: EventApplier
let asked: string[]
let lists: () => Promise<object>
let watching: (() => void)[]
let rowsThere: (id: string) => ConversationRow[]

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
  rowsThere = (id) => [row({ id, version: 2, excerpt: 'Changed' })]
  vi.stubGlobal('fetch', async (path: string) => {
    asked.push(path)
    const ids = new URL(path, 'http://desk').searchParams.get('ids')
    if (ids !== null) {
      const items = ids.split(',').flatMap((id) => rowsThere(id))
      return new Response(JSON.stringify({ items, next_cursor: null }))
    }
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

test('what was learned or renamed is read again, with the lists that show it', async () => {
  for (const { queryKey } of [reasonsQuery, topicsQuery]) {
    watch(queryKey, async () => {
      asked.push(String(queryKey[0]))
      return { items: [] }
    })
  }
  await pass(0)
  asked = []
  applier.apply({ id: '9', type: 'reading', data: {} })
  await pass(300)
  expect(asked.toSorted()).toEqual(['list', 'reasons', 'topics'])
})

test('an article that changed is read again with what no article answers, and nothing else', async () => {
  watch(['articles', 'list', {}], async () => {
    asked.push('articles')
    return { pages: [], pageParams: [] }
  })
  watch(['gaps', 'list'], async () => {
    asked.push('gaps')
    return { items: [], learned_at: null }
  })
  await pass(0)
  asked = []
  applier.apply({ id: '9', type: 'article', data: {} })
  await pass(300)
  expect(asked.toSorted()).toEqual(['articles', 'gaps'])
})

test('a thread is not read under a correction that is on its way; what it is counted in follows', async () => {
  const read = (...names: string[]) => {
    for (const name of names) asked.push(name)
    return Promise.resolve({ pages: [], pageParams: [], items: [] })
  }
  watch(threadQuery('1').queryKey, () => read('thread 1'))
  watch(threadQuery('2').queryKey, () => read('thread 2'))
  watch(summaryQuery(30).queryKey, () => read('summary'))
  watch(learningQuery.queryKey, () => read('learning'))
  await pass(0)
  asked = []
  let said = () => {}
  const saying = cache.getMutationCache().build(cache, {
    mutationKey: ['reading', '1', '11'],
    mutationFn: () => new Promise<void>((done) => (said = done)),
  })
  const going = saying.execute(undefined)
  for (const id of ['1', '2']) {
    applier.apply({
      id: '9',
      type: 'conversation',
      data: { conversation_id: id, version: 2, reason: 'reading' },
    })
  }
  await pass(2_000)
  expect(asked.filter((what) => !/api|counts/.test(what)).toSorted()).toEqual([
    'learning',
    'summary',
    'thread 2',
  ])
  asked = []
  applier.apply({ id: '9', type: 'reading', data: {} })
  await pass(300)
  expect(asked.filter((what) => what.startsWith('thread'))).toEqual(['thread 2'])
  said()
  await going
})

test('a person who changed is read again, and each thread on screen in which they speak', async () => {
  const thread = (person_id: string) => ({
    pages: [
      {
        items: [post('7', null, { author: { ...post('7').author, person_id } })],
        next_cursor: null,
      },
    ],
    pageParams: [null],
  })
  for (const [id, person] of [
    ['1', 'ana'],
    ['2', 'ben'],
  ] as const) {
    watch(threadQuery(id).queryKey, async () => {
      asked.push(`thread ${id}`)
      return thread(person)
    })
  }
  await pass(0)
  asked = []
  applier.apply({ id: '9', type: 'person', data: { person_id: 'ana' } })
  await pass(2_000)
  expect(asked).toEqual(['thread 1'])
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

  const open = { view: 'open' } as const
  const list = (...items: ConversationRow[]) =>
    cache.setQueryData(listQuery(open).queryKey, {
      pages: [{ items, next_cursor: null }],
      pageParams: [null],
    })
  const listed = () => cache.getQueryData(listQuery(open).queryKey)?.pages[0]?.items ?? []

  test('is read as a row when nobody looks at it, many in one small question', async () => {
    cache.setQueryData(conversationQuery('1').queryKey, conversation({ id: '1' }))
    list(row({ id: '1' }), row({ id: '2' }))
    for (let id = 1; id <= 30; id++) changed(String(id))
    await pass(2_000)
    expect(asked).toHaveLength(2)
    expect(asked).toContain('counts')
    expect(asked.find((path) => path.includes('ids='))).toBeDefined()
    expect(cache.getQueryState(conversationQuery('1').queryKey)?.isInvalidated).toBe(true)
    expect(listed()).toHaveLength(30)
    expect(listed().every((one) => one.excerpt === 'Changed')).toBe(true)
  })

  test('that is here no longer leaves the list', async () => {
    list(row({ id: '1' }), row({ id: '2' }))
    rowsThere = () => []
    changed('1')
    await pass(2_000)
    expect(listed().map((one) => one.id)).toEqual(['2'])
  })

  test('is not put back by an answer older than what is shown', async () => {
    list(row({ id: '1', version: 3, excerpt: 'Newer' }))
    changed('1')
    await pass(2_000)
    expect(listed().map((one) => one.excerpt)).toEqual(['Newer'])
  })

  test('among hundreds makes the list be read anew, once a second at most', async () => {
    for (let at = 0; at < 10; at++) {
      for (let id = 0; id < 201; id++) changed(`${at}${id}`)
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

describe('a monitor that hears several posts a second', () => {
  let catchingUp: boolean
  const hear = async (seconds: number) => {
    for (let at = 0; at < seconds * 4; at++) {
      applier.apply({ id: '9', type: 'monitor', data: { monitor_id: '5' } })
      await pass(250)
    }
  }
  const times = (what: string) => asked.filter((one) => one === what).length

  beforeEach(async () => {
    catchingUp = false
    watch([...newestKey, '5', {}], async () => {
      asked.push('newest')
      return {}
    })
    watch(monitorListKey, async () => {
      asked.push('list of monitors')
      return { items: [{ id: '5', catching_up: catchingUp }] }
    })
    for (const what of ['share', 'summary']) {
      watch([...monitorsKey, what, 30], async () => {
        asked.push(what)
        return {}
      })
    }
    await pass(0)
    asked = []
  })

  test('has its newest read every three seconds, and what sums it up every thirty', async () => {
    await hear(59)
    expect(times('newest')).toBeGreaterThan(18)
    expect(times('newest')).toBeLessThan(22)
    for (const what of ['list of monitors', 'share', 'summary']) expect(times(what)).toBe(2)
    // The last of it is not lost, and then it is quiet.
    await pass(30_000)
    for (const what of ['list of monitors', 'share', 'summary']) expect(times(what)).toBe(3)
    const all = asked.length
    await pass(120_000)
    expect(asked).toHaveLength(all)
  })

  test('after a quiet time is read at once', async () => {
    await pass(60_000)
    await hear(0.25)
    await pass(1_000)
    expect(asked.toSorted()).toEqual(['list of monitors', 'newest', 'share', 'summary'])
  })

  test('is read soon again while it looks through earlier posts', async () => {
    catchingUp = true
    await hear(10)
    catchingUp = false
    asked = []
    await hear(0.25)
    await pass(3_000)
    expect(times('list of monitors')).toBe(1)
  })
})

describe('teammates', () => {
  test('are shown where they are until they leave', () => {
    const ana = { id: '5', name: 'Ana', state: 'looking' as const }
    const tell = (members: object[]) =>
      applier.apply({ id: null, type: 'presence', data: { conversation_id: '1', members } })
    tell([ana])
    expect(cache.getQueryData(presenceQuery.queryKey)?.items[0]?.members).toEqual([ana])
    tell([])
    expect(cache.getQueryData(presenceQuery.queryKey)?.items).toEqual([])
  })

  test('who name me are told of, and only I am told', () => {
    const told: string[] = []
    const mine = new EventApplier(cache, ({ by }) => told.push(by))
    cache.setQueryData(sessionQuery.queryKey, { member: { id: '5' } } as never)
    const name = (member_id: string, by: string) =>
      mine.apply({ id: '1', type: 'mention', data: { member_id, conversation_id: '1', by } })
    name('5', 'Ben')
    name('6', 'Cleo')
    expect(told).toEqual(['Ben'])
  })
})

import '@/i18n'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { conversationQuery, listQuery } from '@/api/conversations/queries'
import { ApiError } from '@/api/http'
import type { Conversation } from '@/api/types'
import { conversation } from '@/testing/samples'
import { decide } from './decide'

vi.mock('@/ui/toast', () => ({ sayFailure: vi.fn() }))

const open = conversation({ id: '1', version: 3 })
const resolved = conversation({ id: '1', version: 4, state: 'resolved' })
const filter = { view: 'open' } as const

let cache: QueryClient
beforeEach(() => {
  cache = new QueryClient()
  cache.setQueryData(conversationQuery('1').queryKey, open)
  cache.setQueryData(listQuery(filter).queryKey, {
    pages: [{ items: [open], next_cursor: null }],
    pageParams: [null],
  })
})
afterEach(() => vi.unstubAllGlobals())

const shown = () => cache.getQueryData(conversationQuery('1').queryKey)?.state
const listed = () => cache.getQueryData(listQuery(filter).queryKey)?.pages[0]?.items.length
const answering = (fresh: Conversation) =>
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify(fresh), { status: 200 }))

describe('a decision', () => {
  test('shows before the server has answered, and leaves the list', async () => {
    let answer: ((fresh: Conversation) => void) | undefined
    const done = decide(cache, '1', {
      patch: { state: 'resolved' },
      call: () =>
        new Promise((resolve) => {
          answer = resolve
        }),
    })
    await vi.waitFor(() => expect(shown()).toBe('resolved'))
    expect(listed()).toBe(0)
    await vi.waitFor(() => expect(answer).toBeDefined())
    answer?.(resolved)
    expect((await done)?.version).toBe(4)
    expect(cache.getQueryData(conversationQuery('1').queryKey)?.version).toBe(4)
  })

  test('is taken back when the server refuses', async () => {
    const done = decide(cache, '1', {
      patch: { state: 'resolved' },
      call: async () => {
        throw new ApiError(403, 'forbidden', 'Not yours to decide.')
      },
    })
    expect(await done).toBeNull()
    expect(shown()).toBe('open')
    expect(listed()).toBe(1)
  })

  test('is repeated by itself when only a note came first', async () => {
    answering(conversation({ id: '1', version: 9 }))
    const versions: number[] = []
    const done = decide(cache, '1', {
      patch: { state: 'resolved' },
      call: async (version) => {
        versions.push(version)
        if (version === 3) throw new ApiError(409, 'conflict', 'Someone was first.')
        return { ...resolved, version: 10 }
      },
    })
    expect((await done)?.version).toBe(10)
    expect(versions).toEqual([3, 9])
  })

  test('is not repeated over words nobody here has read', async () => {
    answering(conversation({ id: '1', version: 9, posts: 2 }))
    const call = vi.fn(async () => {
      throw new ApiError(409, 'conflict', 'Someone was first.')
    })
    expect(await decide(cache, '1', { patch: { state: 'resolved' }, call })).toBeNull()
    expect(call).toHaveBeenCalledTimes(1)
    expect(shown()).toBe('open')
  })

  test('waits for the one before it about the same conversation', async () => {
    const order: string[] = []
    const slow = decide(cache, '1', {
      patch: { owner: { id: '2', name: 'Jonas' } },
      call: async () => {
        await new Promise((resolve) => setTimeout(resolve, 20))
        order.push('assign')
        return conversation({ id: '1', version: 4 })
      },
    })
    const quick = decide(cache, '1', {
      patch: { state: 'resolved' },
      call: async (version) => {
        order.push(`resolve at ${version}`)
        return { ...resolved, version: 5 }
      },
    })
    await Promise.all([slow, quick])
    expect(order).toEqual(['assign', 'resolve at 4'])
  })
})

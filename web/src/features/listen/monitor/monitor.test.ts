import { QueryClient } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { heardQuery } from '@/api/listening/monitors'
import type { HeardPost } from '@/api/listening/types'
import { post } from '@/testing/samples'
import { countNew } from './count-new'
import { patchHeard } from './heard-cache'
import { together } from './spans'
import { isWithin } from './spikes'
import { isNarrowed, searchOf } from './use-heard-filter'

const heard = (id: string): HeardPost => ({
  post: post(id),
  conversation_id: `c${id}`,
  state: 'heard',
  skip_reason: null,
  spans: [],
  monitors: [],
})

test('new are those above what is shown', () => {
  const newest = ['9', '8', '7'].map(heard)
  expect(countNew(newest, new Set(['7', '6']))).toBe(2)
  expect(countNew(newest, new Set(['9', '8']))).toBe(0)
  expect(countNew(newest, new Set(['1']))).toBe(3)
  expect(countNew([], new Set())).toBe(0)
})

test('what several monitors found is marked once', () => {
  const spans = together([
    {
      spans: [
        { begin: 10, end: 14 },
        { begin: 0, end: 4 },
      ],
    },
    {
      spans: [
        { begin: 2, end: 8 },
        { begin: 14, end: 20 },
      ],
    },
  ])
  expect(spans).toEqual([
    { begin: 0, end: 8 },
    { begin: 10, end: 14 },
    { begin: 14, end: 20 },
  ])
})

test('a decision shows wherever the conversation is listed', () => {
  const cache = new QueryClient()
  const { queryKey } = heardQuery('5', { days: 30 })
  cache.setQueryData(queryKey, {
    pages: [{ items: [heard('1'), heard('2')], next_cursor: null }],
    pageParams: [null],
  })
  patchHeard(cache, 'c2', { state: 'open' })
  const states = cache
    .getQueryData(queryKey)
    ?.pages.flatMap((page) => page.items.map(({ state }) => state))
  expect(states).toEqual(['heard', 'open'])
})

test('the address says what differs from the usual', () => {
  expect(searchOf({ days: 30, sentiment: 'negative' })).toEqual({
    days: undefined,
    sentiment: 'negative',
  })
  expect(isNarrowed({ days: 7 })).toBe(false)
  expect(isNarrowed({ days: 7, site: 'acme.com' })).toBe(true)
})

test('a spike of some hours is marked on its day', () => {
  const spike = { from: '2026-11-26T11:00:00.000000Z', to: '2026-11-26T13:00:00.000000Z' }
  const [day, next] = ['2026-11-26T00:00:00.000000Z', '2026-11-27T00:00:00.000000Z']
  expect(isWithin(spike, day, next)).toBe(true)
  expect(isWithin(spike, day)).toBe(true)
  expect(isWithin(spike, '2026-11-25T00:00:00.000000Z', day)).toBe(false)
  expect(isWithin(spike, next)).toBe(false)
  expect(isWithin(spike, '2026-11-26T12:00:00.000000Z', '2026-11-26T13:00:00.000000Z')).toBe(true)
})

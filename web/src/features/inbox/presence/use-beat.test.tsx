// @vitest-environment jsdom

import { renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sendPresence } from '@/api/presence'
import { beatEvery, useBeat, writesFor } from './use-beat'

vi.mock('@/api/presence', () => ({ sendPresence: vi.fn(async () => {}) }))

const told = () => vi.mocked(sendPresence).mock.calls.map(([, state]) => state)
let visible = true
beforeEach(() => {
  vi.useFakeTimers()
  vi.mocked(sendPresence).mockClear()
  visible = true
  vi.spyOn(document, 'visibilityState', 'get').mockImplementation(() =>
    visible ? 'visible' : 'hidden',
  )
})
afterEach(() => vi.useRealTimers())

test('looks, writes, stops writing, leaves', () => {
  const { result, unmount } = renderHook(() => useBeat('7'))
  expect(told()).toEqual(['looking'])
  result.current()
  result.current()
  expect(told()).toEqual(['looking', 'replying'])
  vi.advanceTimersByTime(beatEvery)
  expect(told().at(-1)).toBe('replying')
  vi.advanceTimersByTime(writesFor)
  expect(told().at(-1)).toBe('looking')
  unmount()
  expect(told().at(-1)).toBe('gone')
})

test('a hidden tab says nothing but that it left', () => {
  renderHook(() => useBeat('7'))
  visible = false
  document.dispatchEvent(new Event('visibilitychange'))
  expect(told()).toEqual(['looking', 'gone'])
  vi.advanceTimersByTime(10 * beatEvery)
  expect(told()).toHaveLength(2)
  visible = true
  document.dispatchEvent(new Event('visibilitychange'))
  expect(told().at(-1)).toBe('looking')
})

import { expect, test } from 'vitest'
import type { ListeningSource } from '@/api/listening/types'
import { gapsOf, lineOf, placeOn } from './line'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T00:00:00.000000Z`
const now = Date.parse(at(26))
const source = (spans: ListeningSource['spans']): ListeningSource => ({
  channel_id: null,
  network: 'bluesky',
  handle: null,
  source: 'stream',
  state: 'reading',
  read_to: null,
  checked_at: null,
  error: null,
  spans,
  can_backfill: false,
})
const read = (from: number, to: number) => ({
  from: at(from),
  to: at(to),
  complete: true,
  reason: null,
})
const missed = (from: number, to: number) => ({
  ...read(from, to),
  complete: false,
  reason: 'down',
})

test('the line begins with the first thing read, thirty days back at most', () => {
  expect(lineOf([source([read(6, 26)]), source([read(16, 26)])], now)?.from).toBe(Date.parse(at(6)))
  expect(
    lineOf([source([{ ...read(1, 2), from: '2026-08-01T00:00:00.000000Z' }])], now)?.from,
  ).toBe(now - 30 * 86_400_000)
  expect(lineOf([source([])], now)).toBeNull()
})

test('stretches lie where they were, and none is too thin to see', () => {
  const line = { from: Date.parse(at(6)), to: now }
  expect(placeOn(line, read(16, 26))).toEqual({ left: 50, width: 50 })
  const moment = { from: at(25), to: '2026-11-25T00:00:01.000000Z' }
  expect(placeOn(line, moment)?.width).toBe(0.7)
  expect(placeOn(line, read(1, 5))).toBeNull()
})

test('gaps are what was not read wholly', () => {
  expect(gapsOf(source([read(6, 10), missed(10, 12), read(12, 26)]))).toEqual([missed(10, 12)])
})

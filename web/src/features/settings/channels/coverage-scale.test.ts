import { expect, test } from 'vitest'
import { coverageScale, placeSpan } from './coverage-scale'

const day = 24 * 3_600_000
const now = Date.parse('2026-11-23T12:00:00Z')
const ago = (days: number) => new Date(now - days * day).toISOString()
const span = (from: number, to: number) => ({
  from: ago(from),
  to: ago(to),
  complete: true,
  reason: null,
})
const source = (...spans: ReturnType<typeof span>[]) => ({
  source: 'notifications',
  label: 'Notifications',
  read_to: null,
  last_error: null,
  last_error_at: null,
  spans,
})

test('the line starts where the earliest source does, at most 30 days ago', () => {
  expect(coverageScale([source(span(7, 0)), source(span(10, 0))], now)).toEqual({
    from: now - 10 * day,
    to: now,
  })
  expect(coverageScale([source(span(90, 0))], now)?.from).toBe(now - 30 * day)
  expect(coverageScale([source()], now)).toBeNull()
})

test('a span lies at its share of the line', () => {
  const scale = { from: now - 10 * day, to: now }
  expect(placeSpan(span(5, 0), scale)).toEqual({ left: 50, width: 50 })
  expect(placeSpan(span(20, 5), scale)).toEqual({ left: 0, width: 50 })
  expect(placeSpan(span(30, 20), scale)).toBeNull()
})

test('a gap of a minute can still be seen, and stays on the line', () => {
  const scale = { from: now - 30 * day, to: now }
  const place = placeSpan(span(1 / 1440, 0), scale)
  expect(place?.width).toBeGreaterThan(0.5)
  expect((place?.left ?? 0) + (place?.width ?? 0)).toBeLessThanOrEqual(100)
})

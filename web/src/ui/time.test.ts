import '@/i18n'
import { expect, test } from 'vitest'
import { daysBetween, sayAge, sayFor, sayWhen } from './time'

const now = new Date(2026, 10, 23, 15, 0, 0)
const at = (...parts: [number, number, number, number?, number?]) =>
  new Date(...parts).toISOString()
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000).toISOString()

test.each([
  [ago(20), 'now'],
  [ago(59 * 60), '59 min'],
  [ago(2 * 3600 + 50), '2 h'],
  [ago(26 * 3600), '1 day'],
  [ago(3 * 86_400), '3 days'],
])('the short age of %s is %s', (iso, words) => {
  expect(sayAge(iso, now.getTime())).toBe(words)
})

test.each([
  [ago(20), 'just now'],
  [ago(5 * 60), '5 min ago'],
  [at(2026, 10, 23, 9, 5), 'today 09:05'],
  [at(2026, 10, 22, 23, 59), 'yesterday 23:59'],
  [at(2026, 10, 24, 9, 0), 'tomorrow 09:00'],
  [at(2026, 10, 19, 8, 30), 'Thursday 08:30'],
])('%s is said as %s', (iso, words) => {
  expect(sayWhen(iso, now.getTime())).toBe(words)
})

test('what is longer ago is a date, with the year when that is another', () => {
  expect(sayWhen(at(2026, 2, 4), now.getTime())).toMatch(/Mar/)
  expect(sayWhen(at(2024, 2, 4), now.getTime())).toMatch(/2024/)
})

test('days are counted as people count them', () => {
  expect(daysBetween(new Date(2026, 10, 22, 23, 59), new Date(2026, 10, 23, 0, 1))).toBe(1)
  expect(daysBetween(new Date(2026, 10, 23, 0, 1), new Date(2026, 10, 23, 23, 59))).toBe(0)
})

test.each([
  [10_000, '1 min'],
  [59 * 60_000, '59 min'],
  [130 * 60_000, '2 h 10 min'],
  [11 * 3_600_000 + 60_000, '11 h'],
  [25 * 3_600_000, '1 day'],
])('%d ms last %s', (ms, words) => {
  expect(sayFor(ms)).toBe(words)
})

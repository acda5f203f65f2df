import { expect, test } from 'vitest'
import { snoozeTimes, toLocalInput } from './snooze-times'

test('later is three hours on; mornings are at nine', () => {
  const times = snoozeTimes(new Date(2026, 10, 23, 15, 20))
  expect(toLocalInput(times.later)).toBe('2026-11-23T18:00')
  expect(toLocalInput(times.tomorrow)).toBe('2026-11-24T09:00')
})

test.each([
  ['Monday', 23],
  ['Wednesday', 25],
  ['Sunday', 29],
])('next week from a %s is the Monday after', (_, date) => {
  expect(toLocalInput(snoozeTimes(new Date(2026, 10, date, 12)).nextWeek)).toBe('2026-11-30T09:00')
})

import { expect, test } from 'vitest'
import { fuzzy } from './fuzzy'

const best = (typed: string, titles: string[]) =>
  titles
    .map((title) => ({ title, score: fuzzy(typed, title) }))
    .filter((one) => one.score !== null)
    .toSorted((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map((one) => one.title)

test('letters fit in their order, beginnings of words first', () => {
  expect(best('res', ['Address book', 'Resolve', 'Rate this'])).toEqual([
    'Resolve',
    'Address book',
    'Rate this',
  ])
  expect(best('gts', ['Go to settings', 'Getting started'])[0]).toBe('Go to settings')
  expect(best('zoe', ['Assign to Zoë', 'Snooze'])[0]).toBe('Assign to Zoë')
  expect(fuzzy('xyz', 'Resolve')).toBeNull()
  expect(fuzzy('', 'Resolve')).toBe(0)
})

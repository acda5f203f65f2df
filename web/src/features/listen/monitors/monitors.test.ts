import { expect, test } from 'vitest'
import { toCompare } from '@/api/listening/monitors'
import { firstQueries } from './first-queries'
import { loudest } from './loudest'
import { sparkPoints } from './spark'

test('the first queries are of the brand itself', () => {
  expect(firstQueries('Northwind', []).map(({ query }) => query)).toEqual([
    'Northwind',
    'Northwind sentiment:negative',
  ])
  expect(
    firstQueries('North Wind', ['nw.example', 'nw.example']).map(({ query }) => query),
  ).toEqual(['"North Wind" OR @nw.example', '("North Wind" OR @nw.example) sentiment:negative'])
})

test('all are compared unless they are too many, then the busiest', () => {
  const some = Array.from({ length: 150 }, (_, at) => ({ id: String(1000 + at), week: at }))
  expect(toCompare(some.slice(0, 100))).toBeNull()
  const chosen = toCompare(some)?.split(',')
  expect(chosen).toHaveLength(100)
  expect(chosen).toContain('1149')
  expect(chosen).toContain('1050')
  expect(chosen).not.toContain('1049')
})

test('a line from zero to the most', () => {
  expect(sparkPoints([0, 4, 2])).toBe('0,27 60,1 120,14')
  expect(sparkPoints([0, 0])).toBe('0,27 120,27')
})

test('at most five are shown, the loudest', () => {
  const one = (id: string, total: number) => ({ id, total, before: 0, share: 0 })
  const { shown, rest } = loudest([3, 9, 1, 7, 5, 8].map((total) => one(String(total), total)))
  expect(shown.map(({ id }) => id)).toEqual(['9', '8', '7', '5', '3'])
  expect(rest.map(({ id }) => id)).toEqual(['1'])
})

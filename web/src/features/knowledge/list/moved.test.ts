import { expect, test } from 'vitest'
import { moved } from './moved'

const all = ['a', 'b', 'c'].map((id, place) => ({ id, place }))

test('one goes to another place, and each knows its own', () => {
  expect(moved(all, 'c', 0)).toEqual([
    { id: 'c', place: 0 },
    { id: 'a', place: 1 },
    { id: 'b', place: 2 },
  ])
  expect(moved(all, 'a', 9).map(({ id }) => id)).toEqual(['b', 'c', 'a'])
  expect(moved(all, 'x', 0)).toEqual(all)
})

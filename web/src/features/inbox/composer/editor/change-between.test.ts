import { expect, test } from 'vitest'
import { changeBetween } from './change-between'

const apply = (before: string, after: string) => {
  const change = changeBetween(before, after)
  return change && before.slice(0, change.from) + change.insert + before.slice(change.to)
}

test.each([
  ['', 'one'],
  ['one', ''],
  ['one two', 'one and two'],
  ['one and two', 'one two'],
  ['aaa', 'aaaa'],
  ['aaaa', 'aa'],
  ['one', 'two'],
])('makes %j into %j', (before, after) => expect(apply(before, after)).toBe(after))

test('touches only what differs', () => {
  expect(changeBetween('It is here.', 'It was here.')).toEqual({ from: 3, to: 4, insert: 'wa' })
  expect(changeBetween('same', 'same')).toBeNull()
})

import { expect, test } from 'vitest'
import { shallowEqual } from './shallow-equal'

test('compares field by field, and not deeper', () => {
  const words = ['a']
  expect(shallowEqual({ id: 1, words }, { id: 1, words })).toBe(true)
  expect(shallowEqual({ id: 1, words }, { id: 2, words })).toBe(false)
  expect(shallowEqual({ id: 1, words }, { id: 1, words: ['a'] })).toBe(false)
})

test('a field more or less is a difference', () => {
  const one: { id: number; note?: string } = { id: 1 }
  expect(shallowEqual(one, { id: 1, note: 'x' })).toBe(false)
  expect(shallowEqual({ id: 1, note: undefined }, one)).toBe(false)
})

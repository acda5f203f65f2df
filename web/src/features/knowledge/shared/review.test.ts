import { expect, test } from 'vitest'
import { atDay, dayOf, isDue, isWholeDay } from './review'

const now = Date.parse('2026-11-26T12:00:00Z')

test('a day comes back as it was chosen', () => {
  expect(dayOf(atDay('2026-03-29'))).toBe('2026-03-29')
  expect(atDay('')).toBeNull()
  expect(dayOf(null)).toBe('')
  expect(dayOf('nonsense')).toBe('')
})

test('a year is typed letter by letter', () => {
  expect(['0002', '0020', '0202', '2027'].map((year) => isWholeDay(`${year}-11-26`))).toEqual([
    ...[false, false, false, true],
  ])
})

test('what is put away is never due', () => {
  const past = '2026-11-26T00:00:00Z'
  expect(isDue({ status: 'published', review_at: past }, now)).toBe(true)
  expect(isDue({ status: 'draft', review_at: '2026-11-27T00:00:00Z' }, now)).toBe(false)
  expect(isDue({ status: 'archived', review_at: past }, now)).toBe(false)
  expect(isDue({ status: 'published', review_at: null }, now)).toBe(false)
})

import { expect, test } from 'vitest'
import { sayCount } from './say-count'

test('is exact while there is room, and short when there is not', () => {
  expect(sayCount(undefined)).toBe('')
  expect(sayCount(0)).toBe('0')
  expect(sayCount(9999)).toBe('9999')
  expect(sayCount(11_134)).toBe('11K')
  expect(sayCount(1_250_000)).toMatch(/^1\.3M$/)
})

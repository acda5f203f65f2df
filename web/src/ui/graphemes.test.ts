import { expect, test } from 'vitest'
import { textLength } from './graphemes'

test.each([
  ['plain', 5, 5],
  ['👩‍👩‍👧', 1, 5],
  ['🇳🇴🇸🇪', 2, 4],
  ['e\u0301', 1, 2],
  ['مرحبا', 5, 5],
  ['', 0, 0],
])('%s', (text, graphemes, characters) => {
  expect(textLength(text, 'graphemes')).toBe(graphemes)
  expect(textLength(text, 'characters')).toBe(characters)
})

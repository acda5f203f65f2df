import { expect, test } from 'vitest'
import { directionOf } from './direction'

test.each([
  ['Hello there', 'ltr'],
  ['مرحباً', 'rtl'],
  ['@brand.example السلام عليكم', 'rtl'],
  ['@brand.example @ana.example #tea https://example.org/x שלום', 'rtl'],
  ['Hello, مرحباً', 'ltr'],
  ['9 אוקטובר', 'rtl'],
  ['佐藤さん', 'ltr'],
  ['😍 !', 'auto'],
  ['@brand.example', 'auto'],
])('%s runs %s', (text, direction) => {
  expect(directionOf(text)).toBe(direction)
})

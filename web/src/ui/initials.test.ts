import { expect, test } from 'vitest'
import { hueOf, initials } from './initials'

test.each([
  ['Maya Lindqvist', 'ML'],
  ['Wolf von und zu Hohenlohe', 'WH'],
  ['🌿 fern 🌿', 'F'],
  ['نور الحسيني', 'نا'],
  ['佐藤 美咲', '佐美'],
  ['👩‍👩‍👧', '👩‍👩‍👧'],
  ['', '?'],
])('%s is %s', (name, expected) => {
  expect(initials(name)).toBe(expected)
})

test('the same person keeps their colour', () => {
  expect(hueOf('1234')).toBe(hueOf('1234'))
})

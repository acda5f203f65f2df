import { expect, test } from 'vitest'
import { leftOver } from './left-over'

test.each([
  ['nothing', 'Hi Ana', 'Hi Ana', ''],
  ['nothing but space', ' Hi Ana\n', 'Hi Ana', ''],
  ['what was added', 'Hi Ana\n\nAnd welcome', 'Hi Ana', 'And welcome'],
  ['all that was changed', 'Dear Ana', 'Hi Ana', 'Dear Ana'],
  ['all that was shortened', 'Hi', 'Hi Ana', 'Hi'],
])('%s is left over', (_, here, taken, left) => {
  expect(leftOver(here, taken)).toBe(left)
})

import { expect, test } from 'vitest'
import { modKeys } from './mod-key'

test.each(['MacIntel', 'iPhone', 'iPad'])('on %s it is the command key', (platform) => {
  expect(modKeys(platform)).toEqual({ mod: '⌘', modKey: '⌘' })
})

test.each(['Win32', 'Linux x86_64', ''])('elsewhere (%s) it is Ctrl', (platform) => {
  expect(modKeys(platform)).toEqual({ mod: 'Ctrl ', modKey: 'Ctrl' })
})

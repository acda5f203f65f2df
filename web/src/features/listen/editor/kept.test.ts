// @vitest-environment jsdom

import { beforeEach, expect, test } from 'vitest'
import { rememberWorkspace } from '@/api/http'
import { forgetWritten, keepWritten, keptWritten, type Written } from './kept'

const written: Written = {
  name: 'Acme',
  query: '(acme',
  colour: 'teal',
  paused: false,
  dialect: null,
}
beforeEach(() => {
  sessionStorage.clear()
  rememberWorkspace('5')
})

test('what was typed outlives the page, for its own monitor alone', () => {
  keepWritten('7', written)
  expect(keptWritten('7')).toEqual(written)
  expect(keptWritten(null)).toBeNull()
  rememberWorkspace('6')
  expect(keptWritten('7')).toBeNull()
})

test('once it is saved it is forgotten', () => {
  keepWritten(null, written)
  forgetWritten(null)
  expect(keptWritten(null)).toBeNull()
})

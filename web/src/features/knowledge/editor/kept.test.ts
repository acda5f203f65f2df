// @vitest-environment jsdom

import { beforeEach, expect, test, vi } from 'vitest'
import { begin } from './written'

// Another page of the same browser.
const openPage = async () => {
  vi.resetModules()
  return import('./kept')
}
const typed = (title: string) => ({ written: { ...begin({}), title }, version: 0 })

beforeEach(() => localStorage.clear())

test('two pages that begin an article do not write over each other', async () => {
  const one = await openPage()
  const mine = one.keyOfNew('new-article')
  one.keep(mine, typed('Mine'))
  const other = await openPage()
  const theirs = other.keyOfNew('new-article')
  expect(other.keptOf(theirs)).toBeNull()
  other.keep(theirs, typed('Theirs'))
  expect(one.keyOfNew('new-article')).toBe(mine)
  expect(one.keptOf(mine)?.written.title).toBe('Mine')
})

test('what a page that was closed has begun is found by the next', async () => {
  const one = await openPage()
  one.keep(one.keyOfNew('new-article'), typed('Left'))
  window.dispatchEvent(new Event('pagehide'))
  const next = await openPage()
  expect(next.keptOf(next.keyOfNew('new-article'))?.written.title).toBe('Left')
  expect(next.keptOf(next.keyOfNew('new-resource'))).toBeNull()
})

test('what is still being saved is not begun a second time', async () => {
  const page = await openPage()
  const key = page.keyOfNew('new-article')
  page.keep(key, typed('On its way'))
  page.hold(key)
  expect(page.keyOfNew('new-article')).not.toBe(key)
  page.letGo(key)
  expect(page.keyOfNew('new-article')).toBe(key)
})

import { expect, test } from 'vitest'
import { hasLink, linkAt } from './link-at'

const link = 'https://help.example/a'
const put = (text: string, at: number) => {
  const { insert, caret } = linkAt(text, at, at, link)
  const now = text.slice(0, at) + insert + text.slice(at)
  return `${now.slice(0, caret)}|${now.slice(caret)}`
}

test('a link keeps its distance from words, and only from those', () => {
  expect(put('', 0)).toBe(`${link}|`)
  expect(put('See', 3)).toBe(`See ${link}|`)
  expect(put('See ', 4)).toBe(`See ${link}|`)
  expect(put('See.', 3)).toBe(`See ${link}|.`)
  expect(put('See there', 4)).toBe(`See ${link}| there`)
  expect(put('See ()', 5)).toBe(`See (${link}|)`)
  expect(put('See\n', 4)).toBe(`See\n${link}|`)
})

test('a link is there, or one that only begins like it', () => {
  expect(hasLink(`See ${link}.`, link)).toBe(true)
  expect(hasLink(`See (${link}) there`, link)).toBe(true)
  expect(hasLink(`See ${link}bout`, link)).toBe(false)
  expect(hasLink(`See ${link}/more and ${link}`, link)).toBe(true)
  expect(hasLink(`See ${link}?x=1`, link)).toBe(false)
  expect(hasLink('anything', '')).toBe(false)
})

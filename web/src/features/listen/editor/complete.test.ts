import { expect, test } from 'vitest'
import type { QueryField } from '@/api/listening/types'
import { completeAt } from './complete'

const fields: QueryField[] = [
  { name: 'network', kind: 'choice', choices: ['bluesky', 'mastodon', 'feed'], what: 'where' },
  { name: 'lang', kind: 'name', choices: [], what: 'language' },
  { name: 'likes', kind: 'count', choices: [], what: 'how many like it' },
  { name: 'title', kind: 'words', choices: [], what: 'words of the title' },
]
const operators = ['AND', 'OR', 'NOT', 'NEAR/5'].map((write) => ({ write, says: write }))

// "|" is where one stands.
function offered(marked: string, asked = false) {
  const at = marked.indexOf('|')
  const query = marked.replace('|', '')
  const found = completeAt(query, at, fields, operators, asked)
  return found && { from: found.from, labels: found.options.map(({ label }) => label) }
}

test('fields by their beginning', () => {
  expect(offered('acme l|')).toEqual({ from: 5, labels: ['lang:', 'likes:'] })
  expect(offered('acme -net|')).toEqual({ from: 6, labels: ['network:'] })
})

test('what a field can be, also inside of its bracket', () => {
  expect(offered('network:|')).toEqual({ from: 8, labels: ['bluesky', 'mastodon', 'feed'] })
  expect(offered('network:m|')).toEqual({ from: 8, labels: ['mastodon'] })
  expect(offered('network:(bluesky OR f|')).toEqual({ from: 20, labels: ['feed'] })
  expect(offered('network:(|')?.labels).toEqual(['bluesky', 'mastodon', 'feed'])
  expect(offered('lang:p|')?.labels).toEqual(['pt'])
  expect(offered('likes:|')?.labels).toContain('[1 TO *]')
})

test('behind the bracket of a field there are fields again', () => {
  expect(offered('network:(feed) l|')?.labels).toEqual(['lang:', 'likes:'])
})

test('operators: by a capital, or two letters', () => {
  expect(offered('acme N|')?.labels).toEqual(['NOT', 'NEAR/5', 'network:'])
  expect(offered('acme o|')).toBeNull()
  expect(offered('acme an|')?.labels).toEqual(['AND'])
})

test('everything when asked for, nothing by itself', () => {
  expect(offered('acme |')).toBeNull()
  expect(offered('acme |', true)?.labels).toHaveLength(8)
})

test('nothing inside of quotes, braces and comments, nor for words of a field', () => {
  for (const marked of ['"l|"', '"l|', '{l|}', '<<<l|>>>', 'likes:[1 TO l|'])
    expect(offered(marked, true)).toBeNull()
  expect(offered('title:l|')).toBeNull()
})

import { describe, expect, test } from 'vitest'
import { partnerOf, tokensOf } from './tokens'

const said = (query: string) =>
  tokensOf(query).map(({ kind, from, to }) => `${kind} ${query.slice(from, to)}`)

describe('a query in its parts', () => {
  test('words, operators and brackets', () => {
    expect(said('(acme OR brand) NEAR/3f coffee -jobs')).toEqual([
      'open (',
      'word acme',
      'operator OR',
      'word brand',
      'close )',
      'operator NEAR/3f',
      'word coffee',
      'not -',
      'word jobs',
    ])
  })

  test('operators are capitals, and words inside of quotes are words', () => {
    expect(said('rock and roll')).toEqual(['word rock', 'word and', 'word roll'])
    expect(said('"rock AND roll"~5 ONEAR/2 x')).toEqual([
      'phrase "rock AND roll"',
      'operator ~5',
      'operator ONEAR/2',
      'word x',
    ])
  })

  test('fields, ranges and addresses', () => {
    expect(said('lang:(en OR pt) followers:[1 TO *] https://acme.com/a:b time:10:30')).toEqual([
      'field lang:',
      'open (',
      'word en',
      'operator OR',
      'word pt',
      'close )',
      'field followers:',
      'range [1 TO *]',
      'word https://acme.com/a:b',
      'field time:',
      'word 10:30',
    ])
  })

  test('exact words, comments, wildcards and tags', () => {
    expect(said('{Acme} <<<not (this)>>> serv* organi?e #acme @acme $ACME')).toEqual([
      'exact {Acme}',
      'comment <<<not (this)>>>',
      'wildcard serv*',
      'wildcard organi?e',
      'tag #acme',
      'tag @acme',
      'tag $ACME',
    ])
    expect(said('acme<<<why>>>')).toEqual(['word acme', 'comment <<<why>>>'])
  })

  test('a hyphen inside of a word says nothing', () => {
    expect(said('coca-cola -"cheap jobs"')).toEqual([
      'word coca-cola',
      'not -',
      'phrase "cheap jobs"',
    ])
  })

  test('what is not finished is cut all the same, and every letter is in a part', () => {
    for (const query of [
      '"acme',
      '{Acme',
      '<<<why',
      '(acme',
      'lang:',
      'a NEAR/',
      '[1 TO',
      ']',
      '}',
      '“curly',
    ]) {
      const tokens = tokensOf(query)
      expect(tokens.at(-1)?.to).toBe(query.length)
      expect(tokens.map(({ from, to }) => query.slice(from, to)).join('')).toBe(
        query.replace(/\s/g, (gap, at) =>
          tokens.some((t) => t.from <= at && at < t.to) ? gap : '',
        ),
      )
    }
  })
})

test('brackets know their partner, also across quotes that hold others', () => {
  const query = '(a "(" (b))'
  const tokens = tokensOf(query)
  expect(partnerOf(tokens, 0)).toBe(10)
  expect(partnerOf(tokens, 10)).toBe(0)
  expect(partnerOf(tokens, 7)).toBe(9)
  expect(partnerOf(tokensOf('(a'), 0)).toBeNull()
  expect(partnerOf(tokens, 1)).toBeNull()
})

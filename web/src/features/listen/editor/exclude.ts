// Writes an exclusion into a query, so that it holds for all of it.

import { tokensOf } from './tokens'

const plain = /^[#@]?[\p{L}\p{N}_][\p{L}\p{M}\p{N}_'’]*$/u
const operator = /^(?:AND|OR|NOT|O?NEAR)$/

// A word as it can stand in a query.
export function termOf(word: string): string {
  return plain.test(word) && !operator.test(word)
    ? word
    : `"${word.replace(/["“”„]/g, ' ').trim()}"`
}

// NOT binds more tightly than OR: beside an OR that no bracket holds, what is there is put in one first.
export function exclude(query: string, word: string): string {
  const rest = query.trimEnd()
  if (rest === '') return query
  const closed = hasLooseOr(rest) ? `(${rest})` : rest
  return `${closed} -${termOf(word)}`
}

// Whether it is excluded already, in the very words.
export function isExcluded(query: string, word: string): boolean {
  const term = termOf(word)
  const tokens = tokensOf(query)
  return tokens.some(
    (token, at) =>
      query.slice(token.from, token.to).toLowerCase() === term.toLowerCase() &&
      isNot(query, tokens[at - 1]),
  )
}

function isNot(query: string, token: { kind: string; from: number; to: number } | undefined) {
  return token?.kind === 'not' || (token && query.slice(token.from, token.to) === 'NOT')
}

function hasLooseOr(query: string): boolean {
  let depth = 0
  return tokensOf(query).some(({ kind, from, to }) => {
    if (kind === 'open') depth++
    if (kind === 'close') depth--
    return depth === 0 && kind === 'operator' && query.slice(from, to) === 'OR'
  })
}

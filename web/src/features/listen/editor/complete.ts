// What could be written at a place of a query: fields, what they can be, operators.

import type { QueryField } from '@/api/listening/types'
import { type Token, tokensOf } from './tokens'

export interface Suggestion {
  label: string
  // What it is, in a few words.
  detail: string
  apply: string
  kind: 'field' | 'choice' | 'operator'
}

export interface Completion {
  from: number
  options: Suggestion[]
}

export interface OperatorWord {
  write: string
  says: string
}

// What often stands behind a field that has no list of choices.
const hints: Partial<Record<QueryField['kind'], readonly string[]>> = {
  count: ['>', '>=', '<', '[1 TO *]'],
  time: ['>=', '['],
}
const languages = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi', 'ja']

// `asked`: somebody pressed the key for it; otherwise only what has been begun is completed.
export function completeAt(
  query: string,
  at: number,
  fields: readonly QueryField[],
  operators: readonly OperatorWord[],
  asked: boolean,
): Completion | null {
  const tokens = tokensOf(query)
  const inside = tokens.find((token) => token.from < at && at <= token.to)
  if (inside && isClosed(inside, query, at)) return null

  const index = inside ? tokens.indexOf(inside) : tokens.findLastIndex((token) => token.to <= at)
  const field = fieldAt(query, tokens, index, inside)
  const isFieldItself = inside?.kind === 'field' && at === inside.to
  const begun = inside && !isFieldItself && !['open', 'not', 'close'].includes(inside.kind)
  const from = begun ? inside.from : at
  const typed = query.slice(from, at).toLowerCase()
  if (field) {
    const facts = fields.find((one) => one.name === field)
    if (!facts || facts.kind === 'words') {
      return facts ? null : nothing
    }
    const words =
      facts.kind === 'choice'
        ? facts.choices
        : field === 'lang'
          ? languages
          : (hints[facts.kind] ?? [])
    const options = words
      .filter((word) => word.toLowerCase().startsWith(typed) && word !== typed)
      .map((word) => ({ label: word, detail: facts.what, apply: word, kind: 'choice' as const }))
    return options.length > 0 ? { from, options } : null
  }
  if (typed === '' && !asked) return null
  const ofFields = fields
    .filter(({ name }) => name.startsWith(typed))
    .map(({ name, what }) => ({
      label: `${name}:`,
      detail: what,
      apply: `${name}:`,
      kind: 'field' as const,
    }))
  // One letter of a word is not yet the wish for an operator, unless it is a capital.
  const capital = query.slice(from, from + 1) !== typed.slice(0, 1)
  const ofOperators = operators
    .filter(
      ({ write }) =>
        write.toLowerCase().startsWith(typed) && (asked || capital || typed.length > 1),
    )
    .map(({ write, says }) => ({
      label: write,
      detail: says,
      apply: /^[A-Z]/.test(write) ? `${write} ` : write,
      kind: 'operator' as const,
    }))
  const options = capital ? [...ofOperators, ...ofFields] : [...ofFields, ...ofOperators]
  return options.length > 0 ? { from, options } : null
}

const nothing = null

// Inside of these nothing is completed, unless one stands right behind their end.
function isClosed(token: Token, query: string, at: number): boolean {
  if (!['comment', 'phrase', 'exact', 'range'].includes(token.kind)) return false
  const ended = /(?:["“”}\]]|>>>)$/.test(query.slice(token.from + 1, token.to))
  return at < token.to || !ended
}

// The field that what stands at a place is a value of: directly before it, or before its bracket.
function fieldAt(
  query: string,
  tokens: readonly Token[],
  index: number,
  inside: Token | undefined,
): string | null {
  const name = (token: Token) => query.slice(token.from, token.to - 1).toLowerCase()
  const here = tokens[index]
  if (!here) return null
  if (inside?.kind === 'field') return name(here)
  if (inside && inside.kind !== 'open') {
    const before = tokens[index - 1]
    if (before?.kind === 'field' && before.to === here.from) return name(before)
  }
  let depth = 0
  for (let at = here.kind === 'open' ? index : index; at >= 0; at--) {
    const token = tokens[at]
    if (token?.kind === 'close') depth++
    if (token?.kind !== 'open') continue
    if (depth > 0) {
      depth--
      continue
    }
    const before = tokens[at - 1]
    if (before?.kind === 'field' && before.to === token.from) return name(before)
  }
  return null
}

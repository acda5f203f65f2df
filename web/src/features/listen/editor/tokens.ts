// Cuts a query into what it is made of, for colours, completion and brackets. The server alone judges it:
// this goes on where a query is not finished, and never fails.

export type TokenKind =
  | 'comment'
  | 'phrase'
  | 'exact'
  | 'open'
  | 'close'
  | 'operator'
  | 'not'
  | 'field'
  | 'range'
  | 'tag'
  | 'wildcard'
  | 'word'

// [from, to) in UTF-16.
export interface Token {
  kind: TokenKind
  from: number
  to: number
}

const rules: [TokenKind, RegExp][] = [
  ['comment', /<<<[\s\S]*?(?:>>>|$)/y],
  ['phrase', /["“”„][^"“”]*(?:["“”]|$)/y],
  ['exact', /\{[^}]*(?:\}|$)/y],
  ['range', /\[[^\]]*(?:\]|$)/y],
  ['open', /\(/y],
  ['close', /\)/y],
  ['operator', /~\d*/y],
  // With its colon; an address ("https://…") is none.
  ['field', /[A-Za-z][A-Za-z_]*:(?!\/\/)/y],
  ['not', /-(?=\S)/y],
  ['word', /[^\s()"“”„{}[\]]+/y],
  ['word', /\S/y],
]

const operator = /^(?:AND|OR|NOT|O?NEAR(?:\/\d*f?)?)$/
const space = /\s+/y

export function tokensOf(query: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  // Inside a word a hyphen or a colon is one of its letters.
  let inside = false
  while (at < query.length) {
    space.lastIndex = at
    const gap = space.exec(query)
    if (gap) {
      at += gap[0].length
      inside = false
      continue
    }
    const token = next(query, at, inside)
    tokens.push(token)
    inside = ['word', 'wildcard', 'tag', 'phrase', 'close', 'exact'].includes(token.kind)
    at = token.to
  }
  return tokens
}

function next(query: string, at: number, inside: boolean): Token {
  for (const [kind, rule] of rules) {
    if (inside && (kind === 'not' || kind === 'field')) continue
    rule.lastIndex = at
    const match = rule.exec(query)
    if (!match) continue
    const to = at + cut(match[0], kind)
    return { kind: kind === 'word' ? kindOf(query.slice(at, to)) : kind, from: at, to }
  }
  return { kind: 'word', from: at, to: at + 1 }
}

// A comment may stand right behind a word.
function cut(text: string, kind: TokenKind): number {
  const comment = kind === 'word' ? text.indexOf('<<<', 1) : -1
  return comment > 0 ? comment : text.length
}

function kindOf(word: string): TokenKind {
  if (operator.test(word)) return 'operator'
  if (/^[#@$]\p{L}/u.test(word)) return 'tag'
  return /[*?]/.test(word.replace(/^https?:\S*/, '')) ? 'wildcard' : 'word'
}

// Where the partner of the bracket at `at` stands; null: it has none, or there is no bracket.
export function partnerOf(tokens: readonly Token[], at: number): number | null {
  const here = tokens.findIndex((one) => one.from === at && isBracket(one))
  const bracket = tokens[here]
  if (!bracket) return null
  const step = bracket.kind === 'open' ? 1 : -1
  let depth = 0
  for (let index = here; index >= 0 && index < tokens.length; index += step) {
    const token = tokens[index]
    if (token?.kind === 'open') depth += step
    if (token?.kind === 'close') depth -= step
    if (depth === 0 && token) return token.from
  }
  return null
}

export const isBracket = ({ kind }: Token) => kind === 'open' || kind === 'close'

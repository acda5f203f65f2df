import { describe, expect, test } from 'vitest'
import type { Entity } from '@/api/types'
import { toMarkedSpans, toSpans } from './byte-spans'

const bytes = (text: string) => new TextEncoder().encode(text).length

function entity(text: string, part: string, kind: Entity['kind'] = 'mention'): Entity {
  const begin = bytes(text.slice(0, text.indexOf(part)))
  return { kind, begin, end: begin + bytes(part), value: part }
}

const words = (text: string, entities: Entity[]) =>
  toSpans(text, entities).map((span) => (span.entity ? `[${span.text}]` : span.text))

describe('spans from UTF-8 byte offsets', () => {
  test.each([
    ['ASCII', 'hello @ana there', '@ana'],
    ['after an emoji', 'so pretty 😍🫖 @ana ok', '@ana'],
    ['after a family joined by zero width', '👩‍👩‍👧 @ana', '@ana'],
    ['after accents', 'où @ana là', '@ana'],
    ['in Arabic', 'مرحباً @ana، هل', '@ana'],
    ['in Japanese', '今日は@anaさん', '@ana'],
    ['an emoji itself', 'I 😍 it', '😍'],
  ])('%s', (_, text, part) => {
    const [before, after] = text.split(part)
    expect(words(text, [entity(text, part)])).toEqual(
      [before, `[${part}]`, after].filter((piece) => piece !== ''),
    )
  })

  test('several, whatever their order', () => {
    const text = 'ça @a et #b'
    expect(words(text, [entity(text, '#b', 'tag'), entity(text, '@a')])).toEqual([
      'ça ',
      '[@a]',
      ' et ',
      '[#b]',
    ])
  })

  test('a span that overlaps an earlier one is plain text', () => {
    const text = 'abcdef'
    const spans: Entity[] = [
      { kind: 'link', begin: 0, end: 4, value: 'x' },
      { kind: 'link', begin: 2, end: 6, value: 'y' },
    ]
    expect(words(text, spans)).toEqual(['[abcd]', 'ef'])
  })

  test.each([
    ['beyond the end', 3, 99],
    ['backwards', 4, 1],
    ['empty', 2, 2],
    ['through the middle of a character', 1, 3],
  ])('a span %s loses no words', (_, begin, end) => {
    const text = 'é😍é!'
    expect(words(text, [{ kind: 'link', begin, end, value: 'x' }]).join('')).toBe(text)
  })

  test('no text, no spans', () => {
    expect(toSpans('', [])).toEqual([])
  })
})

describe('marks', () => {
  const marked = (text: string, marks: number[][], entities: Entity[] = []) =>
    toMarkedSpans(text, entities, marks).map((span) => (span.marked ? `{${span.text}}` : span.text))

  test('cut the words, in bytes', () => {
    expect(
      marked('où est 😍 là', [
        [4, 7],
        [8, 12],
      ]),
    ).toEqual(['où ', '{est}', ' ', '{😍}', ' là'])
  })

  test('may cover a part of a name, which stays one name', () => {
    const text = 'hi @ana ok'
    const spans = toMarkedSpans(text, [entity(text, '@ana')], [[0, 5]])
    expect(spans.map((span) => [span.text, span.entity?.kind, span.marked])).toEqual([
      ['hi ', undefined, true],
      ['@a', 'mention', true],
      ['na', 'mention', false],
      [' ok', undefined, false],
    ])
  })

  test.each([
    ['beyond the end', [3, 99]],
    ['backwards', [4, 1]],
    ['through a character', [1, 3]],
  ])('%s are nothing', (_, mark) => {
    expect(marked('é😍é!', [mark]).join('')).toBe('é😍é!')
  })
})

// Networks say where a mention or link stands in bytes of UTF-8; JavaScript counts in UTF-16.

import type { Entity } from '@/api/types'

export interface Span {
  text: string
  entity: Entity | null
  // One of the marks covers it.
  marked?: boolean
}

// [begin, end) in bytes, as evidence of a reading comes.
export type Mark = readonly number[]

const encoder = new TextEncoder()

// Cuts `text` at its entities. Offsets come from strangers: a span that overlaps an earlier one, lies
// outside the text or cuts a character in two is ignored, and its words stay plain text.
export function toSpans(text: string, entities: readonly Entity[]): Span[] {
  if (entities.length === 0) return text ? [{ text, entity: null }] : []
  const unitAt = utf16Offsets(text)
  const spans: Span[] = []
  let done = 0
  for (const entity of entities.toSorted((a, b) => a.begin - b.begin)) {
    const begin = unitAt.get(entity.begin)
    const end = unitAt.get(entity.end)
    if (begin === undefined || end === undefined || begin < done || end <= begin) continue
    if (begin > done) spans.push({ text: text.slice(done, begin), entity: null })
    spans.push({ text: text.slice(begin, end), entity })
    done = end
  }
  if (done < text.length) spans.push({ text: text.slice(done), entity: null })
  return spans
}

// The same, cut further where a mark begins or ends. A mark that cuts a character in two is ignored.
export function toMarkedSpans(
  text: string,
  entities: readonly Entity[],
  marks: readonly Mark[],
): Span[] {
  const spans = toSpans(text, entities)
  if (marks.length === 0) return spans
  const unitAt = utf16Offsets(text)
  const ranges = marks.flatMap(([from, to]) => {
    const begin = from === undefined ? undefined : unitAt.get(from)
    const end = to === undefined ? undefined : unitAt.get(to)
    return begin === undefined || end === undefined || end <= begin ? [] : [{ begin, end }]
  })
  let at = 0
  return spans.flatMap(({ text: part, entity }) => {
    const begin = at
    at += part.length
    const cuts = [...new Set([begin, at, ...ranges.flatMap((it) => [it.begin, it.end])])]
      .filter((cut) => cut >= begin && cut <= at)
      .toSorted((a, b) => a - b)
    return cuts.slice(1).map((end, index) => {
      const from = cuts[index] ?? begin
      const marked = ranges.some((it) => it.begin <= from && end <= it.end)
      return { text: text.slice(from, end), entity, marked }
    })
  })
}

// UTF-8 offset of every character's start (and of the text's end) → its UTF-16 offset.
function utf16Offsets(text: string): Map<number, number> {
  const offsets = new Map<number, number>()
  let bytes = 0
  let units = 0
  for (const character of text) {
    offsets.set(bytes, units)
    bytes += encoder.encode(character).length
    units += character.length
  }
  return offsets.set(bytes, units)
}

// The same for any byte: beyond the end it is the end, inside of a character its start.
export function unitsOfBytes(text: string): (byte: number) => number {
  const offsets = [...utf16Offsets(text)]
  return (byte) => {
    let low = 0
    let high = offsets.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((offsets[middle]?.[0] ?? 0) <= byte) low = middle
      else high = middle - 1
    }
    return offsets[low]?.[1] ?? 0
  }
}

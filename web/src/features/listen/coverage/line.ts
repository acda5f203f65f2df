// What was read of a source, as stretches on a line from the first moment looked at to now.

import type { ListeningSource, ReadSpan } from '@/api/listening/types'

export interface Line {
  from: number
  to: number
}

const longest = 30 * 24 * 3_600_000

// One line for all sources, so that gaps can be compared by eye.
export function lineOf(sources: readonly ListeningSource[], now: number): Line | null {
  const starts = sources.flatMap(({ spans }) => spans.map(({ from }) => Date.parse(from)))
  if (starts.length === 0) return null
  const from = Math.max(Math.min(...starts), now - longest)
  return from < now ? { from, to: now } : null
}

// Left edge and width in percent; null: it lies outside. Nothing real is too thin to see.
export function placeOn(line: Line, span: Pick<ReadSpan, 'from' | 'to'>) {
  const begin = Math.max(Date.parse(span.from), line.from)
  const end = Math.min(Date.parse(span.to), line.to)
  if (end <= begin) return null
  const share = (ms: number) => (100 * ms) / (line.to - line.from)
  const width = Math.max(share(end - begin), 0.7)
  return { left: Math.min(share(begin - line.from), 100 - width), width }
}

export const gapsOf = ({ spans }: ListeningSource) => spans.filter(({ complete }) => !complete)

// Where spans of reading lie on a line from the first moment known to now.

import type { CoverageSource, CoverageSpan } from '@/api/types'

export interface Scale {
  from: number
  to: number
}

const longest = 30 * 24 * 3_600_000

// One scale for all sources of a channel, so that gaps can be compared by eye.
export function coverageScale(sources: readonly CoverageSource[], now: number): Scale | null {
  const starts = sources.flatMap((source) => source.spans.map((span) => Date.parse(span.from)))
  if (starts.length === 0) return null
  const from = Math.max(Math.min(...starts), now - longest)
  return from < now ? { from, to: now } : null
}

// Left edge and width in percent; null when the span lies outside. Nothing real is too thin to see.
export function placeSpan(
  span: CoverageSpan,
  { from, to }: Scale,
): { left: number; width: number } | null {
  const begin = Math.max(Date.parse(span.from), from)
  const end = Math.min(Date.parse(span.to), to)
  if (end <= begin) return null
  const share = (ms: number) => (ms / (to - from)) * 100
  const width = Math.max(share(end - begin), 0.6)
  return { left: Math.min(share(begin - from), 100 - width), width }
}

// A preview comes in parts, newest first: what they say together.

import type { HeardPost, PreviewPart, PreviewTerm } from '@/api/listening/types'

export interface PreviewSum {
  looked: number
  found: number
  backTo: string | null
  days: ReadonlyMap<string, number>
  samples: readonly HeardPost[]
  terms: readonly PreviewTerm[]
  beside: readonly { word: string; found: number }[]
  rejectedWords: readonly { word: string; rejected: number; kept: number }[]
}

export const emptySum: PreviewSum = {
  looked: 0,
  found: 0,
  backTo: null,
  days: new Map(),
  samples: [],
  terms: [],
  beside: [],
  rejectedWords: [],
}

export function addPart(sum: PreviewSum, part: PreviewPart): PreviewSum {
  const days = new Map(sum.days)
  for (const { day, found } of part.days) days.set(day, (days.get(day) ?? 0) + found)
  const seen = new Set(sum.samples.map(({ post }) => post.id))
  return {
    looked: sum.looked + part.looked,
    found: sum.found + part.found,
    backTo: part.back_to,
    days,
    samples: [...sum.samples, ...part.samples.filter(({ post }) => !seen.has(post.id))],
    terms: together(
      sum.terms,
      part.terms,
      ({ begin, end }) => `${begin}-${end}`,
      (a, b) => ({
        ...a,
        found: a.found + b.found,
        alone: a.alone + b.alone,
      }),
    ),
    beside: together(
      sum.beside,
      part.beside,
      ({ word }) => word,
      (a, b) => ({
        ...a,
        found: a.found + b.found,
      }),
    ).toSorted((a, b) => b.found - a.found),
    rejectedWords: together(
      sum.rejectedWords,
      part.rejected,
      ({ word }) => word,
      (a, b) => ({
        ...a,
        // Every part counts anew in all that were rejected.
        rejected: Math.max(a.rejected, b.rejected),
        kept: a.kept + b.kept,
      }),
    ).toSorted((a, b) => b.rejected - a.rejected || a.kept - b.kept),
  }
}

function together<T>(
  known: readonly T[],
  more: readonly T[],
  keyOf: (one: T) => string,
  add: (a: T, b: T) => T,
): T[] {
  const all = new Map(known.map((one) => [keyOf(one), one]))
  for (const one of more) {
    const before = all.get(keyOf(one))
    all.set(keyOf(one), before ? add(before, one) : one)
  }
  return [...all.values()]
}

// Every day of the time that is looked at, the oldest first; those that nothing was found on, too.
export function everyDay(
  days: ReadonlyMap<string, number>,
  count: number,
  now: number,
): { day: string; found: number }[] {
  return Array.from({ length: count }, (_, at) => {
    const day = new Date(now - (count - 1 - at) * 86_400_000).toISOString().slice(0, 10)
    return { day, found: days.get(day) ?? 0 }
  })
}

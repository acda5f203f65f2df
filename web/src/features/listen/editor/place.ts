// The server speaks of bytes, the editor of UTF-16: where a finding lies, and a query once it is mended.

import type { ByteSpan, Diagnostic, QueryFix } from '@/api/listening/types'
import { unitsOfBytes } from '@/ui/byte-spans'

export interface Place {
  from: number
  to: number
}

export function placeOf(query: string, span: ByteSpan): Place {
  const unit = unitsOfBytes(query)
  const from = unit(span.begin)
  return { from, to: Math.max(from, unit(span.end)) }
}

export interface PlacedFix extends Place {
  text: string
}

export interface Finding extends Place {
  severity: Diagnostic['severity']
  code: string
  message: string
  fix: PlacedFix | null
}

// In the order of the text, the worse first where two lie on one place.
export function placeFindings(query: string, diagnostics: readonly Diagnostic[]): Finding[] {
  const unit = unitsOfBytes(query)
  const place = ({ begin, end }: ByteSpan): Place => {
    const from = unit(begin)
    return { from, to: Math.max(from, unit(end)) }
  }
  return diagnostics
    .map(({ severity, code, reason, fix, ...span }) => ({
      ...place(span),
      severity,
      code,
      message: reason,
      fix: fix ? { ...place(fix), text: fix.with } : null,
    }))
    .toSorted((a, b) => a.from - b.from || rank(a) - rank(b))
}

const rank = ({ severity }: Finding) => (severity === 'error' ? 0 : 1)

export function mend(query: string, fix: Omit<QueryFix, 'query'>): string {
  const { from, to } = placeOf(query, fix)
  return query.slice(0, from) + fix.with + query.slice(to)
}

// What is underlined: something that is missing has no letters, so the nearest one stands for it.
export function shownPlace(length: number, { from, to }: Place): Place {
  if (to > from || length === 0) return { from, to }
  return from < length ? { from, to: from + 1 } : { from: length - 1, to: length }
}

import type { ByteSpan } from '@/api/listening/types'

// What several monitors found, as stretches that do not overlap.
export function together(of: readonly { spans: readonly ByteSpan[] }[]): ByteSpan[] {
  const all = of
    .flatMap(({ spans }) => spans)
    .toSorted((a, b) => a.begin - b.begin || b.end - a.end)
  const out: ByteSpan[] = []
  for (const { begin, end } of all) {
    const last = out.at(-1)
    if (last && begin < last.end) last.end = Math.max(last.end, end)
    else out.push({ begin, end })
  }
  return out
}

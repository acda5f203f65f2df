import type { Share } from '@/api/listening/types'

const most = 5

// More than five at a time cannot be told apart: the others are summed up.
export function loudest(monitors: readonly Share['monitors'][number][]) {
  const ordered = monitors.toSorted((a, b) => b.total - a.total)
  return { shown: ordered.slice(0, most), rest: ordered.slice(most) }
}

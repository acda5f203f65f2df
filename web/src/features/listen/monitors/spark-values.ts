import type { Share } from '@/api/listening/types'

// How much each monitor heard, step by step, by its id.
export function sparkValues(steps: Share['steps']): ReadonlyMap<string, readonly number[]> {
  const all = new Map<string, number[]>()
  for (const [at, { totals }] of steps.entries()) {
    for (const { id, total } of totals) {
      let values = all.get(id)
      if (!values) {
        values = new Array<number>(steps.length).fill(0)
        all.set(id, values)
      }
      values[at] = total
    }
  }
  return all
}

// What the numbers of a summary open: the posts that they count.

import type { HeardFilter } from '@/api/listening/monitors'
import type { MonitorSummary } from '@/api/listening/types'
import { searchOf } from './use-heard-filter'

type Summed = Pick<MonitorSummary, 'days' | 'from'>

// All of its time. It begins where the summary began to count: "so many days" counted back from now
// begins later, and would leave some of them out.
export const openAll = ({ days, from }: Summed, more: Partial<HeardFilter> = {}): HeardFilter =>
  searchOf({ days, from, ...more })

// Whether the list is narrowed to `more` already.
export const isOpen = (filter: HeardFilter, more: Partial<HeardFilter>): boolean =>
  Object.entries(more).every(([by, value]) => filter[by as keyof HeardFilter] === value)

// One of its numbers, beside what else the list is narrowed to; once more, and it is not.
export function openPart(
  { from }: Summed,
  filter: HeardFilter,
  more: Partial<HeardFilter>,
): HeardFilter {
  if (!isOpen(filter, more)) return searchOf({ ...filter, from: filter.from ?? from, ...more })
  const off = Object.fromEntries(Object.keys(more).map((by) => [by, undefined]))
  const isWhole = filter.from === from && filter.to === undefined
  return searchOf({ ...filter, ...off, from: isWhole ? undefined : filter.from })
}

// The step of the chart that the list is narrowed to; a list that goes on to now is of no step but the last.
export const stepOf = (
  { from, to }: Pick<HeardFilter, 'from' | 'to'>,
  volume: readonly { at: string }[],
): string | undefined => volume.find(({ at }, i) => at === from && volume[i + 1]?.at === to)?.at

// An address as short as it can be told.
export const sayLink = (url: string): string =>
  url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')

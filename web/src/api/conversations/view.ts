// A view is a way to look at the list: which conversations, in which order.

import type { Query } from '../http'
import type { ConversationRow, Id } from '../types'

export const views = [
  'open',
  'mine',
  'unassigned',
  'waiting',
  'snoozed',
  'resolved',
  'skipped',
  'all',
] as const
export type View = (typeof views)[number]

export interface ListFilter {
  view: View
  channel?: Id
  q?: string
  order?: 'relevance' // of a search; else the newest come first
}

export function viewQuery({ view, channel, q, order }: ListFilter): Query {
  const state = view === 'mine' || view === 'unassigned' ? 'open' : view
  const owner = view === 'mine' ? 'me' : view === 'unassigned' ? 'nobody' : undefined
  return { state, owner, channel, q: q || undefined, order: q ? order : undefined }
}

// Whether a row belongs here, as far as the row alone can tell: null when only the server knows.
export function belongs(
  row: ConversationRow,
  { view, channel, q }: ListFilter,
  me: Id,
): boolean | null {
  if (channel && row.channel_id !== channel) return false
  const inState =
    view === 'all' ||
    (view === 'mine' || view === 'unassigned' ? row.state === 'open' : row.state === view)
  if (!inState) return false
  if (view === 'mine' && row.owner?.id !== me) return false
  if (view === 'unassigned' && row.owner) return false
  return q ? null : true
}

// The server's order: who waits longest comes first, everything else newest first.
export function compareRows(
  filter: ListFilter,
): (a: ConversationRow, b: ConversationRow) => number {
  // Only the server knows how well each fits, so all stay where they are.
  if (filter.q && filter.order) return () => 0
  const byWait = !filter.q && ['open', 'mine', 'unassigned'].includes(filter.view)
  return byWait
    ? (a, b) => text(a.waiting_since, b.waiting_since) || ids(a.id, b.id)
    : (a, b) => text(b.last_post_at, a.last_post_at) || ids(b.id, a.id)
}

// RFC 3339 in UTC with a fixed number of digits sorts as text.
function text(a: string | null, b: string | null): number {
  const [left, right] = [a ?? '', b ?? '']
  return left < right ? -1 : left > right ? 1 : 0
}

function ids(a: Id, b: Id): number {
  return a.length - b.length || text(a, b)
}

// A view is a way to look at the list: which conversations, in which order.

import type { Query } from '../http'
import type { ConversationRow, Id, SavedView, SavedViewBody } from '../types'

export const views = [
  'open',
  'mine',
  'unassigned',
  'waiting',
  'snoozed',
  'resolved',
  'skipped',
  'all',
  'mentions',
] as const
export type View = (typeof views)[number]

export interface ListFilter {
  view: View
  // A member's id, "me" or "nobody"; only with views that leave the owner open.
  owner?: string
  tag?: Id
  channel?: Id
  q?: string
  order?: 'relevance' // of a search; else the newest come first
}

export function viewQuery({ view, owner, tag, channel, q, order }: ListFilter): Query {
  const fixed = { mine: 'me', unassigned: 'nobody' }[view as string]
  return {
    state: fixed ? 'open' : view === 'mentions' ? 'all' : view,
    owner: fixed ?? owner,
    mentioned: view === 'mentions' ? 'me' : undefined,
    tag,
    channel,
    q: q || undefined,
    order: q ? order : undefined,
  }
}

// As it stands in the address.
export interface FilterSearch {
  view?: View
  owner?: string
  tag?: Id
  channel?: Id
  q?: string
  order?: 'relevance'
}

export function toSearch(filter: ListFilter): FilterSearch {
  const { view, owner, tag, channel, q, order } = filter
  return { view: view === 'open' ? undefined : view, owner, tag, channel, q, order }
}

export function filterOf(saved: SavedView): ListFilter {
  const { state, owner } = saved
  const rest = {
    tag: saved.tag_id ?? undefined,
    channel: saved.channel_id ?? undefined,
    q: saved.q ?? undefined,
    order: saved.order === 'relevance' ? ('relevance' as const) : undefined,
  }
  if (state === 'open' && owner === 'me') return { view: 'mine', ...rest }
  if (state === 'open' && owner === 'nobody') return { view: 'unassigned', ...rest }
  return { view: state, owner: owner ?? undefined, ...rest }
}

// Mentions are everyone's own already, and are not saved.
export function toSaved(filter: ListFilter, name: string, shared: boolean): SavedViewBody {
  const { state, owner } = viewQuery(filter)
  return {
    name,
    shared,
    state: state as SavedViewBody['state'],
    owner: (owner as string | undefined) ?? null,
    tag_id: filter.tag ?? null,
    channel_id: filter.channel ?? null,
    q: filter.q || null,
    order: (filter.q && filter.order) || null,
  }
}

// Whether a row belongs here, as far as the row alone can tell: null when only the server knows.
export function belongs(row: ConversationRow, filter: ListFilter, me: Id): boolean | null {
  const { view, tag, channel, q } = filter
  if (channel && row.channel_id !== channel) return false
  if (tag && !row.tags.some((one) => one.id === tag)) return false
  const open = view === 'mine' || view === 'unassigned'
  const inState = view === 'all' || view === 'mentions' || row.state === (open ? 'open' : view)
  if (!inState) return false
  const owner = view === 'mine' ? 'me' : view === 'unassigned' ? 'nobody' : filter.owner
  if (owner === 'nobody' && row.owner) return false
  if (owner && owner !== 'nobody' && row.owner?.id !== (owner === 'me' ? me : owner)) return false
  return q || view === 'mentions' ? null : true
}

// The server's order: who waits longest comes first, everything else newest first. The order of
// mentions only the server knows: a row stays where it stands.
export function compareRows(
  filter: ListFilter,
): (a: ConversationRow, b: ConversationRow) => number {
  // Only the server knows how well each fits, so all stay where they are.
  if (filter.q && filter.order) return () => 0
  if (filter.view === 'mentions' && !filter.q) return () => 0
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

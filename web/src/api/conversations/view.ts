// A view is a way to look at the list: which conversations, in which order.

import type { Query } from '../http'
import type { ConversationRow, Id, Intent, RowReading, SavedView, Sentiment } from '../types'

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

export const sentiments: readonly Sentiment[] = ['negative', 'neutral', 'positive']
export const intents: readonly Intent[] = [
  'question',
  'complaint',
  'problem',
  'request',
  'suggestion',
  'praise',
  'thanks',
  'sales_interest',
  'spam',
]

// What is asked of the engine's reading of those who wait.
export interface ReadingFilter {
  sentiment?: Sentiment
  intent?: Intent
  reason?: string // its key
  topic?: Id
  needs_reply?: 'yes' | 'no'
  urgent?: 'yes'
}

// Another order than the usual one. A search shows the newest first, unless what fits best is asked
// for; the open ones what matters, unless who waits longest is.
export type Order = 'relevance' | 'longest'

// Who gave a reason, or spoke of a topic, within some days, also those who were answered since.
export interface Told {
  gave?: string // the reason's key
  about?: Id
  days?: number
}

export interface ListFilter extends ReadingFilter, Told {
  view: View
  // A member's id, "me" or "nobody"; only with views that leave the owner open.
  owner?: string
  tag?: Id
  channel?: Id
  q?: string
  order?: Order
}

export const isOpenView = (view: View) => ['open', 'mine', 'unassigned'].includes(view)

// As the server calls it. An order stays in the address when the list is one that cannot have it.
export function orderOf({ view, q, order }: ListFilter): 'relevance' | 'priority' | undefined {
  if (q) return order === 'relevance' ? order : undefined
  return isOpenView(view) && order !== 'longest' ? 'priority' : undefined
}

// Who waits longest comes first, instead of what matters.
export const isByWait = ({ view, q, gave, about, order }: ListFilter) =>
  !q && !gave && !about && isOpenView(view) && order === 'longest'

export function viewQuery(filter: ListFilter): Query {
  const { view, owner, q, gave, about, days, ...rest } = filter
  const fixed = { mine: 'me', unassigned: 'nobody' }[view as string]
  return {
    ...rest,
    state: fixed ? 'open' : view === 'mentions' ? 'all' : view,
    owner: fixed ?? owner,
    mentioned: view === 'mentions' ? 'me' : undefined,
    q: q || undefined,
    order: orderOf(filter),
    ...(isTold(filter) && { gave, about, days }),
  }
}

// A search looks through everything.
export const isTold = ({ gave, about, q }: ListFilter) => !q && Boolean(gave || about)

// As it stands in the address.
export type FilterSearch = Partial<ListFilter>

export function toSearch(filter: ListFilter): FilterSearch {
  return { ...filter, view: filter.view === 'open' ? undefined : filter.view }
}

// Whether anything but the view and the words narrows the list.
export const isNarrowed = ({ view, q, order, days, ...rest }: ListFilter) =>
  Object.values(rest).some(Boolean)

export function filterOf(saved: SavedView): ListFilter {
  const { state, owner, needs_reply } = saved
  const rest = {
    tag: saved.tag_id ?? undefined,
    channel: saved.channel_id ?? undefined,
    sentiment: saved.sentiment ?? undefined,
    intent: saved.intent ?? undefined,
    reason: saved.reason ?? undefined,
    topic: saved.topic_id ?? undefined,
    needs_reply: needs_reply === null ? undefined : yesOrNo(needs_reply),
    urgent: saved.urgent ? ('yes' as const) : undefined,
    q: saved.q ?? undefined,
    order: savedOrder(saved),
  }
  if (state === 'open' && owner === 'me') return { view: 'mine', ...rest }
  if (state === 'open' && owner === 'nobody') return { view: 'unassigned', ...rest }
  return { view: state, owner: owner ?? undefined, ...rest }
}

function savedOrder({ state, q, order }: SavedView): Order | undefined {
  if (q) return order === 'relevance' ? order : undefined
  return state === 'open' && order !== 'priority' ? 'longest' : undefined
}

const yesOrNo = (value: boolean): 'yes' | 'no' => (value ? 'yes' : 'no')

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
  if (!reads(row.reading, filter)) return false
  return q || isTold(filter) || view === 'mentions' ? null : true
}

// From here on what somebody says is called urgent.
const urgent = 0.6

export const isUrgent = (reading: RowReading | null) => (reading?.urgency ?? 0) >= urgent

// Whether a reading is what the list asks for; none is nothing that can be asked for.
function reads(reading: RowReading | null, filter: ListFilter): boolean {
  const { sentiment, intent, reason, topic, needs_reply } = filter
  if (!reading) return !(sentiment || intent || reason || topic || needs_reply || filter.urgent)
  return (
    (!sentiment || reading.sentiment === sentiment) &&
    (!intent || reading.intents.includes(intent)) &&
    (!reason || reading.reasons.includes(reason)) &&
    (!topic || reading.topics.includes(topic)) &&
    (!needs_reply || yesOrNo(reading.needs_reply) === needs_reply) &&
    (!filter.urgent || isUrgent(reading))
  )
}

// Where somebody stands who waits, 0 first: needs an answer and is urgent, or half as urgent as that;
// needs one, or was not read; needs none. The same as the server's.
function rank({ reading }: ConversationRow): number {
  if (!reading) return 2
  if (!reading.needs_reply) return 3
  if (isUrgent(reading)) return 0
  return (reading.urgency ?? 0) >= urgent / 2 ? 1 : 2
}

// The server's order: of the open ones what matters or who waits longest, everything else newest
// first. The order of mentions only the server knows: a row stays where it stands.
export function compareRows(
  filter: ListFilter,
): (a: ConversationRow, b: ConversationRow) => number {
  // Only the server knows how well each fits, or when it was told: all stay where they are.
  const order = orderOf(filter)
  if (order === 'relevance' || isTold(filter)) return () => 0
  if (filter.view === 'mentions' && !filter.q) return () => 0
  const byWait = !filter.q && isOpenView(filter.view)
  return byWait
    ? (a, b) =>
        (order ? rank(a) - rank(b) : 0) || text(a.waiting_since, b.waiting_since) || ids(a.id, b.id)
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

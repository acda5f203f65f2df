import type { SavedViewBody } from '../types'
import { type ListFilter, orderOf, viewQuery } from './view'

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
    sentiment: filter.sentiment ?? null,
    intent: filter.intent ?? null,
    reason: filter.reason ?? null,
    topic_id: filter.topic ?? null,
    needs_reply: filter.needs_reply ? filter.needs_reply === 'yes' : null,
    urgent: filter.urgent === 'yes',
    q: filter.q || null,
    order: orderOf(filter) ?? null,
  }
}

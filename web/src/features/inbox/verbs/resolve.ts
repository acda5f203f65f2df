import type { QueryClient } from '@tanstack/react-query'
import * as verbs from '@/api/conversations/verbs'
import type { Conversation, ConversationRow } from '@/api/types'
import { decide } from './decide'

export function resolve(
  cache: QueryClient,
  row: ConversationRow,
  how: verbs.Resolution,
): Promise<Conversation | null> {
  return decide(cache, row.id, {
    patch: resolved(how),
    call: (version) => verbs.resolve(row.id, { ...how, version }),
  })
}

// The name of its reason comes with the answer.
export const resolved = (how: verbs.Resolution) =>
  ({
    state: 'resolved',
    resolution: how.resolution || null,
    resolved_for: null,
    resolved_with: null,
    snoozed_until: null,
  }) as const

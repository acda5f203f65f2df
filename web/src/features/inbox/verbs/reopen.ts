import type { QueryClient } from '@tanstack/react-query'
import * as verbs from '@/api/conversations/verbs'
import type { Conversation, ConversationRow } from '@/api/types'
import { decide } from './decide'

// Whether they wait for us or we for them, only the server knows; until it says so they wait.
export function reopen(cache: QueryClient, row: ConversationRow): Promise<Conversation | null> {
  return decide(cache, row.id, {
    patch: { state: 'open', snoozed_until: null, resolution: null, skip_reason: null },
    call: (version) => verbs.reopen(row.id, { version }),
  })
}

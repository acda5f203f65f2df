import type { QueryClient } from '@tanstack/react-query'
import * as verbs from '@/api/conversations/verbs'
import type { Conversation, ConversationRow, SkipReason } from '@/api/types'
import { decide } from './decide'

export function skip(
  cache: QueryClient,
  row: ConversationRow,
  reason: SkipReason,
  detail: string,
): Promise<Conversation | null> {
  return decide(cache, row.id, {
    patch: { state: 'skipped', skip_reason: reason, snoozed_until: null },
    call: (version) => verbs.skip(row.id, { reason, detail, version }),
  })
}

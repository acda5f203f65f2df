import type { QueryClient } from '@tanstack/react-query'
import * as verbs from '@/api/conversations/verbs'
import type { Conversation, ConversationRow } from '@/api/types'
import { decide } from './decide'

export function resolve(
  cache: QueryClient,
  row: ConversationRow,
  resolution: string,
): Promise<Conversation | null> {
  return decide(cache, row.id, {
    patch: { state: 'resolved', resolution: resolution || null, snoozed_until: null },
    call: (version) => verbs.resolve(row.id, { resolution, version }),
  })
}

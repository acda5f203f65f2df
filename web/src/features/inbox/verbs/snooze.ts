import type { QueryClient } from '@tanstack/react-query'
import * as verbs from '@/api/conversations/verbs'
import type { Conversation, ConversationRow, Time } from '@/api/types'
import { decide } from './decide'

export function snooze(
  cache: QueryClient,
  row: ConversationRow,
  until: Time,
): Promise<Conversation | null> {
  return decide(cache, row.id, {
    patch: { state: 'snoozed', snoozed_until: until },
    call: (version) => verbs.snooze(row.id, { until, version }),
  })
}

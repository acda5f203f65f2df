import type { QueryClient } from '@tanstack/react-query'
import * as verbs from '@/api/conversations/verbs'
import type { Conversation, ConversationRow, MemberRef } from '@/api/types'
import { decide } from './decide'

// Handing over does not depend on what was said meanwhile, so it asks for no version.
export function assign(
  cache: QueryClient,
  row: ConversationRow,
  to: MemberRef | null,
): Promise<Conversation | null> {
  return decide(cache, row.id, {
    patch: { owner: to },
    call: () => verbs.assign(row.id, { member_id: to?.id ?? null }),
  })
}

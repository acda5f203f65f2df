import type { QueryClient } from '@tanstack/react-query'
import * as verbs from '@/api/conversations/verbs'
import type { ConversationRow } from '@/api/types'
import { decide } from './decide'
import { resolve } from './resolve'
import { skip } from './skip'
import { snooze } from './snooze'

// Takes a decision back: the conversation stands as `before` again.
export function restore(cache: QueryClient, before: ConversationRow): Promise<boolean> {
  switch (before.state) {
    case 'snoozed':
      return snooze(cache, before, before.snoozed_until ?? new Date().toISOString())
    case 'resolved':
      return resolve(cache, before, before.resolution ?? '')
    case 'skipped':
      return skip(cache, before, before.skip_reason ?? 'other', '')
    default:
      return decide(cache, before.id, {
        patch: {
          state: before.state,
          waiting_since: before.waiting_since,
          snoozed_until: null,
          resolution: null,
          skip_reason: null,
        },
        call: (version) => verbs.reopen(before.id, { version }),
      })
  }
}

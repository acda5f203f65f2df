import { useQueryClient } from '@tanstack/react-query'
import { findRow } from '@/api/conversations/cache'
import { useMayWrite } from '@/api/session'
import type { ConversationRow } from '@/api/types'
import { useShortcuts } from '@/ui/use-shortcuts'
import { useInbox } from './inbox-context'
import { useVerbs } from './verbs/use-verbs'

// The keys that sort the conversation the cursor stands on, open or not.
export function useSortKeys(): void {
  const cache = useQueryClient()
  const { cursorId, ask } = useInbox()
  const verbs = useVerbs()
  const mayWrite = useMayWrite()

  const onRow = (act: (row: ConversationRow) => void) => () => {
    const row = cursorId && mayWrite ? findRow(cache, cursorId) : undefined
    if (!row) return false
    act(row)
  }

  useShortcuts({
    a: onRow((row) => ask('assign', row)),
    z: onRow((row) => ask('snooze', row)),
    e: onRow((row) => verbs.resolve(row)),
    E: onRow((row) => ask('resolve', row)),
    s: onRow((row) => ask('skip', row)),
    o: onRow((row) => verbs.reopen(row)),
  })
}

import { useQueryClient } from '@tanstack/react-query'
import { findRow } from '@/api/conversations/cache'
import { useMayWrite } from '@/api/session'
import type { ConversationRow } from '@/api/types'
import { useShortcuts } from '@/ui/use-shortcuts'
import { useInbox } from './inbox-context'
import { useVerbs } from './verbs/use-verbs'

// What a verb is about now: the ticked rows, else the one the cursor stands on, open or not.
export function useSubject(): () => readonly ConversationRow[] {
  const cache = useQueryClient()
  const { cursorId, selected, rows } = useInbox()
  return () => {
    if (selected.size > 0) return rows.filter((row) => selected.has(row.id))
    const row = cursorId ? findRow(cache, cursorId) : undefined
    return row ? [row] : []
  }
}

// The keys that sort.
export function useSortKeys(): void {
  const { ask, cursorId, toggle, selected, clearSelection, selecting } = useInbox()
  const verbs = useVerbs()
  const mayWrite = useMayWrite()
  const subject = useSubject()

  const on = (act: (rows: readonly ConversationRow[]) => void) => () => {
    const rows = mayWrite ? subject() : []
    if (rows.length === 0) return false
    act(rows)
  }
  useShortcuts({
    a: on((rows) => ask('assign', rows)),
    t: on((rows) => ask('tag', rows)),
    z: on((rows) => ask('snooze', rows)),
    e: on((rows) => verbs.resolve(rows)),
    E: on((rows) => ask('resolve', rows)),
    s: on((rows) => ask('skip', rows)),
    o: on((rows) => verbs.reopen(rows)),
    x: () => (mayWrite && cursorId ? toggle(cursorId) : false),
    Escape: () => (selected.size > 0 || selecting ? clearSelection() : false),
  })
}

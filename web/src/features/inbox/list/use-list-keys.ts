import { type RefObject, useState } from 'react'
import type { Id } from '@/api/types'
import { useShortcuts } from '@/ui/use-shortcuts'
import { useInbox } from '../inbox-context'

// The keys that move through the list. Returns the row that should take the focus: while the focus is
// in the list it goes along with the cursor, while someone reads the thread it stays there.
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
): Id | undefined {
  const { rows, cursorId, openId, setCursor, open } = useInbox()
  const [focusId, setFocus] = useState<Id>()
  const inList = () => list.current?.contains(document.activeElement) ?? false

  const move = (step: 1 | -1) => {
    const at = rows.findIndex((row) => row.id === cursorId)
    const to = at === -1 ? 0 : at + step
    const next = rows[to]
    if (!next) return
    setCursor(next.id)
    scrollTo(to)
    setFocus(openId && !inList() ? undefined : next.id)
    if (openId) open(next.id)
  }

  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    ArrowDown: () => (inList() ? move(1) : false),
    ArrowUp: () => (inList() ? move(-1) : false),
    Enter: (event) => {
      if ((event.target as HTMLElement).closest('a, button, summary')) return false
      if (cursorId) open(cursorId)
    },
  })

  return focusId
}

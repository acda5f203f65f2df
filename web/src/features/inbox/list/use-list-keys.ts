import type { RefObject } from 'react'
import { useShortcuts } from '@/ui/use-shortcuts'
import { useInbox } from '../inbox-context'
import { focusRow } from './focus-row'

// The keys that move through the list. The focus goes along, unless someone reads the open thread.
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
): void {
  const { rows, cursorId, openId, setCursor, open } = useInbox()
  const inList = () => list.current?.contains(document.activeElement) ?? false

  const move = (step: 1 | -1) => {
    const at = rows.findIndex((row) => row.id === cursorId)
    const to = at === -1 ? 0 : at + step
    const next = rows[to]
    if (!next) return
    setCursor(next.id)
    scrollTo(to)
    if (!openId || inList()) focusRow(next.id)
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
}

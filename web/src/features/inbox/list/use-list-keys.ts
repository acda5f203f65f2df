import { type RefObject, useRef } from 'react'
import { useShortcuts } from '@/ui/use-shortcuts'
import { useInbox } from '../inbox-context'
import { focusRow } from './focus-row'

// The keys that move through the list. The focus goes along, unless someone reads the open thread.
export function useListKeys(
  list: RefObject<HTMLElement | null>,
  scrollTo: (index: number) => void,
): void {
  const { rows, cursorId, openId, setCursor, open, toggle, selectTo, selected } = useInbox()
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

  // Ticks the row one stands on and the one moved to.
  const extend = (step: 1 | -1) => {
    if (openId && !inList()) return false
    const at = rows.findIndex((row) => row.id === cursorId)
    const here = rows[at]
    const next = rows[at + step]
    if (here && !selected.has(here.id)) toggle(here.id)
    if (!here || !next) return
    setTimeout(() => latest.current(next.id))
    setCursor(next.id)
    scrollTo(at + step)
    focusRow(next.id)
  }
  // The tick of the row one came from is known only when drawn.
  const latest = useRef(selectTo)
  latest.current = selectTo

  useShortcuts({
    J: () => extend(1),
    K: () => extend(-1),
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

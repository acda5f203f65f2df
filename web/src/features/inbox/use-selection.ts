import { useCallback, useState } from 'react'
import type { ConversationRow, Id } from '@/api/types'

const nothing: ReadonlySet<Id> = new Set()

// Which rows are ticked. Rows that left the list are no longer among them.
export function useSelection(rows: readonly ConversationRow[]) {
  const [ticked, setTicked] = useState<ReadonlySet<Id>>(nothing)
  const [anchor, setAnchor] = useState<Id>()
  const [selecting, setSelecting] = useState(false)
  const here = ticked.size > 0 ? rows.filter((row) => ticked.has(row.id)) : []
  const selected = here.length === ticked.size ? ticked : new Set(here.map((row) => row.id))

  const clearSelection = useCallback(() => {
    setTicked(nothing)
    setSelecting(false)
  }, [])

  return {
    selected,
    selecting: selecting || selected.size > 0,
    setSelecting,
    clearSelection,
    toggle: (id: Id) => {
      const next = new Set(selected)
      if (!next.delete(id)) next.add(id)
      setTicked(next)
      setAnchor(id)
    },
    selectTo: (id: Id) => {
      const to = rows.findIndex((row) => row.id === id)
      const from = rows.findIndex((row) => row.id === anchor)
      if (to === -1) return
      const start = from === -1 ? to : from
      const span = rows.slice(Math.min(start, to), Math.max(start, to) + 1)
      setTicked(new Set([...selected, ...span.map((row) => row.id)]))
      if (from === -1) setAnchor(id)
    },
    selectAll: () => setTicked(new Set(rows.map((row) => row.id))),
  }
}

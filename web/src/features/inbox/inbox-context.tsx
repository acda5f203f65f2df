// What the panes of the Inbox share: which list, which conversations, and which question is open.

import { createContext, type ReactNode, useContext, useMemo, useRef, useState } from 'react'
import type { ListFilter } from '@/api/conversations/view'
import type { ConversationRow, Id, SavedView } from '@/api/types'

export type Question = 'assign' | 'snooze' | 'resolve' | 'skip' | 'tag'

export interface InboxContext {
  filter: ListFilter
  // The saved view that is looked through, if one is.
  saved: SavedView | undefined
  // Looks at another list.
  show(filter: ListFilter): void
  rows: readonly ConversationRow[]
  openId: Id | undefined
  // The row the keyboard stands on; the open one, when one is open.
  cursorId: Id | undefined
  setCursor(id: Id): void
  open(id: Id): void
  close(): void
  // Leaves conversations that were just dealt with for the one after them.
  moveOn(from: readonly Id[]): void
  // Rows that are ticked, to be dealt with together.
  selected: ReadonlySet<Id>
  // Boxes show although nothing is ticked yet: a finger cannot hover.
  selecting: boolean
  setSelecting(on: boolean): void
  toggle(id: Id): void
  // Ticks everything from the last ticked row up to this one.
  selectTo(id: Id): void
  selectAll(): void
  clearSelection(): void
  ask(question: Question, rows: readonly ConversationRow[]): void
}

// Two parts of it that hardly change, for whom the rest is noise: a key that moves the cursor should not
// draw the menus above the list and the buttons above the thread again.
export type ListChoice = Pick<InboxContext, 'filter' | 'saved' | 'show' | 'setSelecting'>
export type InboxActions = Pick<InboxContext, 'close' | 'moveOn' | 'ask' | 'clearSelection'>

const Whole = createContext<InboxContext | null>(null)
const Choice = createContext<ListChoice | null>(null)
const Actions = createContext<InboxActions | null>(null)

export function InboxProvider({ value, children }: { value: InboxContext; children: ReactNode }) {
  const { filter, saved, show, setSelecting } = value
  const choice = useMemo(
    () => ({ filter, saved, show, setSelecting }),
    [filter, saved, show, setSelecting],
  )
  const latest = useRef(value)
  latest.current = value
  const [actions] = useState<InboxActions>(() => ({
    close: () => latest.current.close(),
    moveOn: (from) => latest.current.moveOn(from),
    ask: (question, rows) => latest.current.ask(question, rows),
    clearSelection: () => latest.current.clearSelection(),
  }))
  return (
    <Whole value={value}>
      <Choice value={choice}>
        <Actions value={actions}>{children}</Actions>
      </Choice>
    </Whole>
  )
}

export const useInbox = (): InboxContext => inside(useContext(Whole))
export const useListChoice = (): ListChoice => inside(useContext(Choice))
export const useInboxActions = (): InboxActions => inside(useContext(Actions))

function inside<T>(value: T | null): T {
  if (!value) throw new Error('this works inside the Inbox alone')
  return value
}

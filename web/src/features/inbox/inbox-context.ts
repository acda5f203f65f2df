// What the panes of the Inbox share: which list, which conversations, and which question is open.

import { createContext, useContext } from 'react'
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

const Context = createContext<InboxContext | null>(null)

export const InboxProvider = Context.Provider

export function useInbox(): InboxContext {
  const inbox = useContext(Context)
  if (!inbox) throw new Error('useInbox works inside the Inbox alone')
  return inbox
}

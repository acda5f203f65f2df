// What the panes of the Inbox share: which list, which conversation, and which question is open.

import { createContext, useContext } from 'react'
import type { ListFilter } from '@/api/conversations/view'
import type { ConversationRow, Id } from '@/api/types'

export type Question = 'assign' | 'snooze' | 'resolve' | 'skip'

export interface InboxContext {
  filter: ListFilter
  rows: readonly ConversationRow[]
  openId: Id | undefined
  // The row the keyboard stands on; the open one, when one is open.
  cursorId: Id | undefined
  setCursor(id: Id): void
  open(id: Id): void
  close(): void
  // Leaves a conversation that was just dealt with for the one after it.
  moveOn(from: Id): void
  ask(question: Question, row: ConversationRow): void
}

const Context = createContext<InboxContext | null>(null)
export const InboxProvider = Context.Provider

export function useInbox(): InboxContext {
  const inbox = useContext(Context)
  if (!inbox) throw new Error('useInbox works inside the Inbox alone')
  return inbox
}

import { lazy, Suspense } from 'react'
import type { ConversationRow } from '@/api/types'
import type { Question } from '../inbox-context'

const questions = {
  assign: lazy(() => import('./assign-dialog')),
  snooze: lazy(() => import('./snooze-dialog')),
  resolve: lazy(() => import('./resolve-dialog')),
  skip: lazy(() => import('./skip-dialog')),
}

// The one question that is open about a conversation.
export function Dialogs({
  kind,
  row,
  onClose,
}: {
  kind: Question
  row: ConversationRow
  onClose: () => void
}) {
  const Dialog = questions[kind]
  return (
    <Suspense>
      <Dialog row={row} onClose={onClose} />
    </Suspense>
  )
}

export interface DialogProps {
  row: ConversationRow
  onClose: () => void
}

import { lazy, Suspense } from 'react'
import type { ConversationRow } from '@/api/types'
import type { Question } from '../inbox-context'

const questions = {
  assign: lazy(() => import('./assign-dialog')),
  snooze: lazy(() => import('./snooze-dialog')),
  resolve: lazy(() => import('./resolve-dialog')),
  skip: lazy(() => import('./skip-dialog')),
  tag: lazy(() => import('./tag-dialog')),
}

// The one question that is open about a conversation.
export function Dialogs({
  kind,
  rows,
  onClose,
}: {
  kind: Question
  rows: readonly ConversationRow[]
  onClose: () => void
}) {
  const Dialog = questions[kind]
  return (
    <Suspense>
      <Dialog rows={rows} onClose={onClose} />
    </Suspense>
  )
}

export interface DialogProps {
  rows: readonly ConversationRow[]
  onClose: () => void
}

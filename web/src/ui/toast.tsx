import { notifications } from '@mantine/notifications'
import { t } from 'i18next'
import { sayError } from '@/api/http'
import { UndoToast } from './undo-toast'

let lastUndo: { id: string; run: () => void } | null = null
let made = 0

interface UndoOptions {
  // How long the way back stays open; counted down when `until` is given.
  until?: number
  testId?: string
}

// Tells what was done and offers the way back: instead of "are you sure?".
export function offerUndo(message: string, undo: () => void, options: UndoOptions = {}): string {
  const id = `undo-${++made}`
  const run = () => {
    closeToast(id)
    undo()
  }
  lastUndo = { id, run }
  notifications.show({
    id,
    message: (
      <UndoToast message={message} until={options.until} testId={options.testId} onUndo={run} />
    ),
    autoClose: options.until ? Math.max(0, options.until - Date.now()) : 7_000,
    withCloseButton: !options.until,
    closeButtonProps: closeButton(),
    onClose: () => {
      if (lastUndo?.id === id) lastUndo = null
    },
  })
  return id
}

export function say(message: string): void {
  notifications.show({ message, autoClose: 5_000, closeButtonProps: closeButton() })
}

export function sayFailure(error: unknown): void {
  notifications.show({
    message: sayError(error),
    autoClose: 9_000,
    className: 'rp-toast-bad',
    closeButtonProps: closeButton(),
  })
}

function closeButton() {
  return { 'aria-label': t('common:close') }
}

export function closeToast(id: string): void {
  notifications.hide(id)
}

// The keyboard's undo: takes back the latest thing that can be.
export function undoLatest(): void {
  lastUndo?.run()
}

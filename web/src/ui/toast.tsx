// Tells what was done or went wrong. What draws it comes as a chunk of its own with the first word:
// nothing has to be told while a page loads.

import { t } from 'i18next'
import { sayError } from '@/api/http'

let lastUndo: { id: string; run: () => void } | null = null
let made = 0
let wanted = () => {}

const load = () => import('./toasts')

// `mount` is called when there is something to show.
export function onFirstToast(mount: () => void): void {
  wanted = mount
}

function draw(show: (toasts: Awaited<ReturnType<typeof load>>) => void): void {
  wanted()
  void load().then(show)
}

export interface UndoOptions {
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
  draw(({ showUndo }) =>
    showUndo(id, message, run, options, () => {
      if (lastUndo?.id === id) lastUndo = null
    }),
  )
  return id
}

export function say(message: string, link?: { text: string; go: () => void }): void {
  draw(({ showWords }) => showWords(message, link))
}

export function sayFailure(error: unknown): void {
  const message = sayError(error)
  draw(({ showFailure }) => showFailure(message))
}

export function closeToast(id: string): void {
  if (lastUndo?.id === id) lastUndo = null
  draw(({ hide }) => hide(id))
}

// The keyboard's undo: takes back the latest thing that can be.
export function undoLatest(): void {
  lastUndo?.run()
}

export const closeLabel = () => ({ 'aria-label': t('common:close') })

import type { Id } from '@/api/types'

const triesLeft = 12

// Puts the focus on a row, which may be drawn only in a frame or two: the list draws what is in sight.
export function focusRow(id: Id, tries = triesLeft): void {
  const row = document.querySelector<HTMLElement>(`a[data-conversation-id="${CSS.escape(id)}"]`)
  if (row) row.focus({ preventScroll: true })
  else if (tries > 0) requestAnimationFrame(() => focusRow(id, tries - 1))
}

// Single keys and two-key sequences ("g i"). They rest while someone types or a dialog is open.

import { useLayoutEffect, useRef } from 'react'

// A handler that returns false leaves the key to those below it, and in the end to the browser.
export type Shortcuts = Record<string, (event: KeyboardEvent) => unknown>

const stack: { current: Shortcuts }[] = []
const sequenceWithin = 1_000
let first: { key: string; at: number } | null = null
// Escape must work from a field too, to leave it.
const alsoWhileTyping = new Set(['Escape'])

// The latest mounted wins; a key it does not know falls through to those below. What is drawn hears
// its keys in the same moment: one that comes as one part takes another's place is not lost.
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  latest.current = shortcuts
  useLayoutEffect(() => {
    stack.push(latest)
    if (stack.length === 1) document.addEventListener('keydown', onKey)
    return () => {
      stack.splice(stack.indexOf(latest), 1)
      if (stack.length === 0) document.removeEventListener('keydown', onKey)
    }
  }, [])
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.isComposing) return
  const target = event.target as HTMLElement
  if (target.closest?.('dialog, [role="dialog"], [role="menu"], [role="listbox"]')) return
  if (isTyping(target) && !alsoWhileTyping.has(event.key)) return

  const sequence =
    first && event.timeStamp - first.at < sequenceWithin ? `${first.key} ${event.key}` : null
  first = null
  if ((sequence && take(sequence, event)) || take(event.key, event)) {
    event.preventDefault()
  } else if (startsSequence(event.key)) {
    first = { key: event.key, at: event.timeStamp }
  }
}

function take(key: string, event: KeyboardEvent): boolean {
  return stack.toReversed().some(({ current }) => {
    const run = current[key]
    return run !== undefined && run(event) !== false
  })
}

function startsSequence(key: string): boolean {
  return stack.some(({ current }) =>
    Object.keys(current).some((known) => known.startsWith(`${key} `)),
  )
}

function isTyping(target: HTMLElement): boolean {
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

import { EditorView } from '@codemirror/view'
import { startTransition, useEffect, useState } from 'react'
import type { Id } from '@/api/types'
import { lightTheirs } from './lit'
import { findingAt, light, marks } from './marks'
import type { Shown } from './shown'
import { useExtension } from './use-extension'

// The finding or point that has the eye: under the pointer or the focus, else where the caret stands. Its words
// are lit in the draft and in their post.
export function useLit(view: EditorView, shown: Shown | null, post: Id) {
  const [pointed, point] = useState<string | null>(null)
  const [standing, setStanding] = useState<string | null>(null)

  useExtension(view, () => [
    EditorView.domEventHandlers({
      mouseover: (event) => point(findingOf(event.target)),
      mouseleave: () => point(null),
    }),
    EditorView.updateListener.of((update) => {
      if (!update.selectionSet && !update.docChanged && !update.focusChanged) return
      const found = update.state.field(marks, false)
      const { head } = update.state.selection.main
      const stands = view.hasFocus && found ? findingAt(found.places, head) : null
      startTransition(() => setStanding(stands))
    }),
  ])

  const lit = pointed ?? standing
  useEffect(() => {
    view.dispatch({ effects: light.of(lit) })
    const all = shown ? [...shown.points, ...shown.findings] : []
    lightTheirs(post, all.find(({ id }) => id === lit)?.theirs ?? [])
    return () => lightTheirs(post, [])
  }, [view, lit, shown, post])

  return { lit, point }
}

function findingOf(target: EventTarget | null): string | null {
  const marked = target instanceof Element ? target.closest<HTMLElement>('[data-coach]') : null
  return marked?.dataset.coach ?? null
}

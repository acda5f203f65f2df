// Which words of their post are lit, because what the coach says is about them.

import { useSyncExternalStore } from 'react'
import type { Id } from '@/api/types'
import type { Mark } from '@/ui/byte-spans'

let lit: { post: Id; marks: readonly Mark[] } | null = null
const listeners = new Set<() => void>()

export function lightTheirs(post: Id, marks: readonly Mark[]): void {
  if (marks.length === 0 && (lit === null || lit.post !== post)) return
  lit = marks.length === 0 ? null : { post, marks }
  for (const tell of listeners) tell()
}

function listen(tell: () => void): () => void {
  listeners.add(tell)
  return () => listeners.delete(tell)
}

// Null: none of this post. A post is drawn again only when that changes.
export function useLit(post: Id): readonly Mark[] | null {
  return useSyncExternalStore(listen, () => (lit?.post === post ? lit.marks : null))
}

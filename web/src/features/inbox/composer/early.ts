// Words typed before the conversation they answer had come. They wait here for its draft.

import type { Id } from '@/api/types'

let early: { id: Id; text: string } | null = null

export const earlyIn = (id: Id): string | null => (early?.id === id ? early.text : null)

export function keepEarly(id: Id, text: string): void {
  early = { id, text }
}

export function takeEarly(id: Id): string | null {
  const text = earlyIn(id)
  if (text !== null) early = null
  return text
}

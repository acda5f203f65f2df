// Tells the others that this tab looks at a conversation, or that somebody writes in it. Nothing is
// told while the tab is hidden; who falls silent is forgotten by the server in twenty seconds.

import { useCallback, useEffect, useRef } from 'react'
import { sendPresence } from '@/api/presence'
import type { Id } from '@/api/types'
import { uuid } from '@/ui/uuid'

export const beatEvery = 8_000
// Who stops typing this long thinks, or has gone for coffee.
export const writesFor = 12_000

const tab = uuid()

// Call what it returns whenever something is typed.
export function useBeat(conversation: Id): () => void {
  const typedAt = useRef(Number.NEGATIVE_INFINITY)
  const told = useRef<'looking' | 'replying' | null>(null)

  const beat = useCallback(() => {
    if (document.visibilityState !== 'visible') return
    const state = Date.now() - typedAt.current < writesFor ? 'replying' : 'looking'
    told.current = state
    // Whether it arrives changes nothing for who works here.
    sendPresence(conversation, state, tab).catch(() => {})
  }, [conversation])

  useEffect(() => {
    const leave = () => {
      if (told.current === null) return
      told.current = null
      sendPresence(conversation, 'gone', tab, true).catch(() => {})
    }
    const onVisible = () => (document.visibilityState === 'visible' ? beat() : leave())
    beat()
    const timer = setInterval(beat, beatEvery)
    document.addEventListener('visibilitychange', onVisible)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', onVisible)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [beat, conversation])

  return useCallback(() => {
    typedAt.current = Date.now()
    if (told.current !== 'replying') beat()
  }, [beat])
}

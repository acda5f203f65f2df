import { type RefObject, useCallback, useEffect, useRef } from 'react'

// F6 goes to the card and back again, as between the panes of a window. The card never takes the
// focus by itself, and gives it back when it goes.
export function useHop(card: RefObject<HTMLElement | null>, shown: boolean) {
  const from = useRef<HTMLElement | null>(null)

  const goIn = useCallback(() => {
    const here = document.activeElement as HTMLElement | null
    if (!card.current?.contains(here)) from.current = here
    const buttons = card.current?.querySelectorAll<HTMLElement>('button')
    buttons?.[0]?.focus()
  }, [card])

  const goOut = useCallback(() => {
    if (!card.current?.contains(document.activeElement)) return
    const back = from.current
    const able = back?.isConnected && back !== document.body
    const to = able ? back : document.getElementById('main')
    to?.focus({ preventScroll: true })
  }, [card])

  useEffect(() => {
    if (!shown) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return
      if (document.querySelector('dialog, [role="dialog"]')) return
      event.preventDefault()
      if (card.current?.contains(document.activeElement)) goOut()
      else goIn()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [shown, card, goIn, goOut])

  return { goIn, goOut }
}

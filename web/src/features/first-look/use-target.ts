import { useEffect, useState } from 'react'
import type { Box } from './place'

// Where the first of `selectors` that can be seen lies in the window, followed while it moves.
export function useTarget(selectors: readonly string[]): Box | null {
  const [box, setBox] = useState<Box | null>(null)
  const wanted = selectors.join('|')

  useEffect(() => {
    const look = () => {
      const next = wanted === '' ? null : find(wanted.split('|'))
      setBox((before) => (same(before, next) ? before : next))
    }
    look()
    // Lists load and panes open without telling anybody; four times a second is soon enough.
    const timer = window.setInterval(look, 250)
    window.addEventListener('scroll', look, { capture: true, passive: true })
    window.addEventListener('resize', look)
    return () => {
      window.clearInterval(timer)
      window.removeEventListener('scroll', look, { capture: true })
      window.removeEventListener('resize', look)
    }
  }, [wanted])

  return box
}

function find(selectors: readonly string[]): Box | null {
  for (const selector of selectors) {
    for (const element of document.querySelectorAll(selector)) {
      const { left, top, width, height } = element.getBoundingClientRect()
      const seen = width > 0 && height > 0 && top < window.innerHeight && top + height > 0
      if (seen && !element.closest('[inert]')) return { left, top, width, height }
    }
  }
  return null
}

function same(one: Box | null, other: Box | null): boolean {
  if (!one || !other) return one === other
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.width === other.width &&
    one.height === other.height
  )
}

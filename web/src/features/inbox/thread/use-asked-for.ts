import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Id } from '@/api/types'

// Whoever comes from a list of people comes to answer what was said there: once it is here, the
// composer stands on it.
export function useAskedFor(
  posts: readonly { id: Id }[],
  answer: ((post: Id) => void) | undefined,
): void {
  const asked = useLocation({ select: (location) => location.state.answer })
  const met = useRef<Id>(undefined)
  const isHere = asked !== undefined && posts.some((post) => post.id === asked)
  useEffect(() => {
    if (!asked || !isHere || met.current === asked) return
    // After the paint: the composer takes the focus within one step of its own.
    const timer = setTimeout(() => {
      met.current = asked
      answer?.(asked)
    })
    return () => clearTimeout(timer)
  }, [asked, isHere, answer])
}

import { useLocation, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Id } from '@/api/types'

// Whoever comes from a list of people comes to answer what was said there: once it is here, the
// composer stands on it. That is done once: coming back here, the draft stays where it was.
export function useAskedFor(
  posts: readonly { id: Id }[],
  answer: ((post: Id) => void) | undefined,
): void {
  const asked = useLocation({ select: (location) => location.state.answer })
  const navigate = useNavigate()
  const isHere = asked !== undefined && posts.some((post) => post.id === asked)
  useEffect(() => {
    if (!asked || !isHere || !answer) return
    // After the paint: the composer takes the focus within one step of its own.
    const timer = setTimeout(() => {
      answer(asked)
      void navigate({
        to: '.',
        search: true,
        state: (before) => ({ ...before, answer: undefined }),
        replace: true,
        resetScroll: false,
      })
    })
    return () => clearTimeout(timer)
  }, [asked, isHere, answer, navigate])
}

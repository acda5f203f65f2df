import { useEffect, useState } from 'react'

// Gives the focus back to what had it before the caller was shown, unless it has gone elsewhere.
export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement as HTMLElement | null)
  useEffect(
    () => () => {
      setTimeout(() => {
        const lost = !document.activeElement || document.activeElement === document.body
        if (lost && before?.isConnected) before.focus({ preventScroll: true })
      }, 0)
    },
    [before],
  )
}

import { useLayoutEffect, useState } from 'react'

// Gives the focus back to what had it before the caller was shown, unless it has gone elsewhere: at
// once, so that the next key finds it there, and again should what is closing have taken it along.
export function useFocusReturn(): void {
  const [before] = useState(() => document.activeElement as HTMLElement | null)
  useLayoutEffect(
    () => () => {
      const giveBack = () => {
        const here = document.activeElement
        const lost =
          !here || here === document.body || here.closest('dialog, [role="dialog"]') !== null
        if (lost && before?.isConnected) before.focus({ preventScroll: true })
      }
      giveBack()
      setTimeout(() => {
        if (document.activeElement === document.body) giveBack()
      }, 0)
    },
    [before],
  )
}

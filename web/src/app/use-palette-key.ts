import { useEffect } from 'react'

// Ctrl-K, or Cmd-K: works from a field, too, but not over a question that is open.
export function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return
      if (event.shiftKey || event.altKey || event.defaultPrevented) return
      event.preventDefault()
      if (!document.querySelector('dialog, [role="dialog"]')) open()
    }
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [open])
}

import { useState } from 'react'
import { useMe } from '@/api/session'

// Whether a member put the coach away. It stays so on this device.
export function useFolded(): [boolean, (folded: boolean) => void] {
  const key = `rapport.coach.folded.${useMe().id}`
  const [folded, setFolded] = useState(() => localStorage.getItem(key) === 'true')
  const fold = (next: boolean) => {
    setFolded(next)
    try {
      localStorage.setItem(key, String(next))
    } catch {
      // A full store: then only for now.
    }
  }
  return [folded, fold]
}

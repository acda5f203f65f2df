import { useEffect, useRef, useState } from 'react'

// A text that is spoken when it changes, and not when it is there for the first time.
export function useChanged(text: string): string {
  const [begin] = useState(text)
  const before = useRef(begin)
  const [spoken, speak] = useState('')
  useEffect(() => {
    if (text === '') return
    if (before.current !== '' && before.current !== text) speak(text)
    before.current = text
  }, [text])
  return spoken
}

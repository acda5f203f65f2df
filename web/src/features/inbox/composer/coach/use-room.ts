import { type RefObject, useLayoutEffect, useState } from 'react'

// Their points stand beside the words only where both have room.
const enough = 600

export function useRoom(box: RefObject<HTMLElement | null>): boolean {
  const [isRoomy, setRoomy] = useState(false)
  useLayoutEffect(() => {
    const element = box.current
    if (!element) return
    // While a note is written instead it has no width at all.
    const look = () => {
      if (element.offsetWidth > 0) setRoomy(element.offsetWidth >= enough)
    }
    look()
    const observer = new ResizeObserver(look)
    observer.observe(element)
    return () => observer.disconnect()
  }, [box])
  return isRoomy
}

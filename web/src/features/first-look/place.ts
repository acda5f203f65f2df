// Where the card stands: beside what it speaks of, never over it if there is room anywhere.

export interface Box {
  left: number
  top: number
  width: number
  height: number
}

export interface Size {
  width: number
  height: number
}

export interface Point {
  left: number
  top: number
}

const gap = 14
const edge = 12
// What was done is told at the bottom left; the card leaves that free.
const toasts = 92

// `target` as it lies in the window; none: the place where the card waits.
export function placeCard(target: Box | null, card: Size, window: Size): Point {
  const lowest = Math.max(edge, window.height - card.height - toasts)
  if (!target) return { left: Math.min(84, window.width - card.width - edge), top: lowest }

  const right = target.left + target.width
  const bottom = target.top + target.height
  const across = clamp(target.top, edge, lowest)
  const along = clamp(target.left, edge, window.width - card.width - edge)
  if (window.width - right >= card.width + gap + edge) return { left: right + gap, top: across }
  if (target.left >= card.width + gap + edge)
    return { left: target.left - card.width - gap, top: across }
  if (window.height - bottom >= card.height + gap + edge) return { left: along, top: bottom + gap }
  if (target.top >= card.height + gap + edge)
    return { left: along, top: target.top - card.height - gap }
  return { left: Math.min(84, window.width - card.width - edge), top: lowest }
}

// On a phone it is a sheet: below, unless that is where the thing is.
export function placeSheet(target: Box | null, window: Size): 'top' | 'bottom' {
  if (!target) return 'bottom'
  return target.top + target.height / 2 > window.height / 2 ? 'top' : 'bottom'
}

// What can be seen of it, with a little air, so that the ring never leaves the window.
export function ringAround(target: Box, window: Size): Box {
  const left = clamp(target.left - 4, 2, window.width - 2)
  const top = clamp(target.top - 4, 2, window.height - 2)
  return {
    left,
    top,
    width: Math.max(0, Math.min(target.left + target.width + 4, window.width - 2) - left),
    height: Math.max(0, Math.min(target.top + target.height + 4, window.height - 2) - top),
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most))
}

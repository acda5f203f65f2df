import { useSyncExternalStore } from 'react'

// One clock for every relative time on screen, so that they turn together and cost one timer.
let now = Date.now()
let timer: number | null = null
const waiting = new Set<() => void>()

function tick() {
  now = Date.now()
  for (const wake of waiting) wake()
}

function subscribe(wake: () => void) {
  waiting.add(wake)
  if (Date.now() - now > 1_000) now = Date.now()
  timer ??= window.setInterval(tick, 20_000)
  return () => {
    waiting.delete(wake)
    if (waiting.size > 0 || timer === null) return
    window.clearInterval(timer)
    timer = null
  }
}

export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}

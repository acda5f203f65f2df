// The conversations opened last on this device, for the palette.

const key = 'rapport.recent'
const most = 8

export interface Opened {
  id: string
  name: string
}

export function recentlyOpened(): Opened[] {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.filter((one) => typeof one?.id === 'string') : []
  } catch {
    return []
  }
}

export function rememberOpened(opened: Opened): void {
  const others = recentlyOpened().filter((one) => one.id !== opened.id)
  try {
    localStorage.setItem(key, JSON.stringify([opened, ...others].slice(0, most)))
  } catch {
    // A full or forbidden storage costs the list, not the work.
  }
}

// How far a member got, kept in this browser: whoever sits at another one may look round there too.

import { type Progress, readProgress, writeProgress } from './steps'

const keyOf = (member: string) => `rapport:first-look:${member}`

// A browser that keeps nothing (storage switched off) offers it each time it is opened.
export function keptProgress(member: string): Progress {
  try {
    return readProgress(localStorage.getItem(keyOf(member)) ?? undefined)
  } catch {
    return { state: 'new' }
  }
}

export function keepProgress(member: string, progress: Exclude<Progress, { state: 'new' }>): void {
  try {
    localStorage.setItem(keyOf(member), writeProgress(progress))
  } catch {
    // Storage is full or switched off: nothing to bother anybody with.
  }
}

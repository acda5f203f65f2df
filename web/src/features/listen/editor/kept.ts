// What was typed into the editor of a monitor and is not saved yet stays with this tab, whatever happens to
// the page.

import { currentWorkspace } from '@/api/http'
import type { Dialect } from '@/api/listening/types'
import type { Id, TagColor } from '@/api/types'

export interface Written {
  name: string
  query: string
  colour: TagColor
  paused: boolean
  // Which tool's language the query is written in, where it is not ours.
  dialect: Dialect | null
}

const key = (monitor: Id | null) => `rapport.monitor.${currentWorkspace()}.${monitor ?? 'new'}`

export function keepWritten(monitor: Id | null, written: Written): void {
  try {
    sessionStorage.setItem(key(monitor), JSON.stringify(written))
  } catch {
    // A full or forbidden store keeps nothing; the page still does.
  }
}

export function keptWritten(monitor: Id | null): Written | null {
  try {
    return JSON.parse(sessionStorage.getItem(key(monitor)) ?? 'null')
  } catch {
    return null
  }
}

export function forgetWritten(monitor: Id | null): void {
  try {
    sessionStorage.removeItem(key(monitor))
  } catch {
    // There is nothing to forget.
  }
}

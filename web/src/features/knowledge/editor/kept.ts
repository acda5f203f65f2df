// What was typed into an article and is not saved yet stays in this browser, whatever happens to the page.

import { currentWorkspace } from '@/api/http'
import type { Id } from '@/api/types'
import { uuid } from '@/ui/uuid'
import type { Written } from './written'

export interface Kept {
  written: Written
  // Of the article it was typed into.
  version: number
  // Sent, and nobody knows whether it arrived.
  lost?: readonly Written[]
}

interface Stored extends Kept {
  // The page that writes it; none: it was closed.
  page?: string
  at: number
}

const page = uuid()
// A page that ended without a word.
const longAgo = 24 * 3_600_000

const prefix = () => `rapport.article.${currentWorkspace()}.`

export function keep(key: Id, kept: Kept): void {
  const stored: Stored = { ...kept, page, at: Date.now() }
  try {
    localStorage.setItem(prefix() + key, JSON.stringify(stored))
  } catch {
    // A full or forbidden store keeps nothing; the page still does.
  }
}

export const keptOf = (key: Id): Kept | null => read(prefix() + key)

export function forget(key: Id): void {
  try {
    localStorage.removeItem(prefix() + key)
  } catch {
    // There is nothing to forget.
  }
}

// What forms write under, and those that were left while something of theirs is on its way.
const held = new Set<string>()

// What a new article is kept under: one that was begun so and left, in this page or in one that is closed,
// or else a name of its own. Two pages that begin an article never write over each other.
export function keyOfNew(beginning: string): string {
  const all = `${prefix()}${beginning}@`
  const [left] = stored((key) => key.startsWith(all))
    .filter(([key, kept]) => !held.has(key) && isLeft(kept))
    .toSorted(([, a], [, b]) => b.at - a.at)
  return left ? left[0].slice(prefix().length) : `${beginning}@${uuid()}`
}

export const hold = (key: string) => void held.add(prefix() + key)
export const letGo = (key: string) => void held.delete(prefix() + key)

const isLeft = (kept: Stored) =>
  kept.page === undefined || kept.page === page || Date.now() - kept.at > longAgo

// Whoever closes this page finds what was begun here in another.
if (typeof window !== 'undefined') {
  window.addEventListener('pagehide', () => {
    for (const [key, { page: of, ...kept }] of stored(() => true)) {
      if (of === page) localStorage.setItem(key, JSON.stringify(kept))
    }
  })
}

function stored(wanted: (key: string) => boolean): [string, Stored][] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix()) && wanted(key))
      .flatMap((key) => {
        const kept = read(key)
        return kept ? [[key, kept]] : []
      })
  } catch {
    return []
  }
}

function read(key: string): Stored | null {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null')
  } catch {
    return null
  }
}

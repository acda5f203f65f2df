// What was typed into an article and is not saved yet stays in this browser, whatever happens to the page.

import { currentWorkspace } from '@/api/http'
import type { Id } from '@/api/types'
import type { Written } from './written'

export interface Kept {
  written: Written
  // Of the article it was typed into.
  version: number
}

const key = (article: Id) => `rapport.article.${currentWorkspace()}.${article}`

export function keep(article: Id, kept: Kept): void {
  try {
    localStorage.setItem(key(article), JSON.stringify(kept))
  } catch {
    // A full or forbidden store keeps nothing; the page still does.
  }
}

export function keptOf(article: Id): Kept | null {
  try {
    return JSON.parse(localStorage.getItem(key(article)) ?? 'null')
  } catch {
    return null
  }
}

export function forget(article: Id): void {
  try {
    localStorage.removeItem(key(article))
  } catch {
    // There is nothing to forget.
  }
}

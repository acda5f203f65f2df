// Teammates named in a note: what is being typed, who fits, and where the finished text names them.

import type { Member, NoteMention } from '@/api/types'

export interface Typing {
  // Where the "@" stands, in UTF-16 units.
  at: number
  words: string
}

// The "@…" that the caret stands in, if it does. An address (ana@example) is none.
export function typingAt(text: string, caret: number): Typing | null {
  const at = text.lastIndexOf('@', caret - 1)
  if (at === -1 || caret <= at) return null
  if (at > 0 && !/[\s(]/.test(text[at - 1] ?? '')) return null
  const words = text.slice(at + 1, caret)
  return /[\n@]/.test(words) || words.length > 40 ? null : { at, words }
}

// Who may be meant: those whose name, or a word of it, begins like that.
export function whoFits(members: readonly Member[], words: string): Member[] {
  const wanted = words.toLocaleLowerCase()
  return members
    .filter((member) => {
      const name = member.name.toLocaleLowerCase()
      return name.startsWith(wanted) || name.split(/\s+/).some((part) => part.startsWith(wanted))
    })
    .slice(0, 6)
}

const encoder = new TextEncoder()
const bytes = (text: string) => encoder.encode(text).length

// Every "@Name" of a teammate in the text, the longest name first where one begins like another.
export function mentionsIn(text: string, members: readonly Member[]): NoteMention[] {
  const byLength = members.toSorted((a, b) => b.name.length - a.name.length)
  const found: NoteMention[] = []
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (at > 0 && !/[\s(]/.test(text[at - 1] ?? '')) continue
    const member = byLength.find(({ name }) => {
      const after = text[at + 1 + name.length]
      return text.startsWith(name, at + 1) && (after === undefined || !/[\p{L}\p{N}]/u.test(after))
    })
    if (!member) continue
    const begin = bytes(text.slice(0, at))
    found.push({ member_id: member.id, begin, end: begin + 1 + bytes(member.name) })
    at += member.name.length
  }
  return found
}

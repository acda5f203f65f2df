// What a network, or somebody of theirs, says of a post in a word, and what we make of it.

import { t } from 'i18next'

// hide: behind two steps; cover: behind one; blur: its pictures alone; note: said and shown.
export type Cover = 'hide' | 'cover' | 'blur' | null

const kinds: Record<string, Cover> = {
  '!hide': 'hide',
  '!takedown': 'hide',
  '!suspend': 'hide',
  '!warn': 'cover',
  spam: 'cover',
  threat: 'cover',
  'self-harm': 'cover',
  intolerant: 'cover',
  rude: 'cover',
  scam: 'cover',
  impersonation: 'cover',
  misleading: 'cover',
  porn: 'blur',
  sexual: 'blur',
  nudity: 'blur',
  'graphic-media': 'blur',
  gore: 'blur',
  sensitive: 'blur',
}

// What an author wrote to be read before the post: "cw:food".
const warning = 'cw:'

const order: Cover[] = ['hide', 'cover', 'blur', null]

// The strongest cover that one of the labels asks for, and the label that does.
export function coverOf(labels: readonly string[]): { cover: Cover; label: string } {
  let best: { cover: Cover; label: string } = { cover: null, label: '' }
  for (const label of labels) {
    const cover = label.startsWith(warning) ? 'cover' : (kinds[label] ?? null)
    if (order.indexOf(cover) < order.indexOf(best.cover)) best = { cover, label }
  }
  return best
}

// Who can read a post, where that is not everybody.
export function audienceOf(labels: readonly string[]): 'private' | 'direct' | null {
  if (labels.includes('visibility:direct')) return 'direct'
  return labels.includes('visibility:private') ? 'private' : null
}

export function sayLabel(label: string): string {
  if (label.startsWith(warning)) {
    return t('inbox:labels.warning', { words: label.slice(warning.length) })
  }
  return t(`inbox:labels.${label.replace('!', '')}` as never, {
    defaultValue: t('inbox:labels.other', { label }),
  })
}

// A post's words where there is one line for them: those of the warning that covers them.
export function sayCovered(text: string, labels: readonly string[]): string {
  const { cover, label } = coverOf(labels)
  return cover === 'cover' || cover === 'hide' ? sayLabel(label) : text
}

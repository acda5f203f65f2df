import { t } from 'i18next'
import type { PlacedFix } from './place'

const longest = 24

// What a fix does, as its button says it.
export function sayFix({ from, to, text }: PlacedFix): string {
  const written = text.trim()
  if (written === '') return t('listen:editor.takeOut')
  if (written.length > longest) return t('listen:editor.fix')
  return t(from === to ? 'listen:editor.add' : 'listen:editor.write', { text: written })
}

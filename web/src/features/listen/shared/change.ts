import { t } from 'i18next'
import { sayCount } from '@/ui/say-count'

// How many more or fewer than in the time before, in words.
export function sayChange(now: number, before: number): string {
  const change = now - before
  if (before === 0) return now === 0 ? '' : t('listen:change.new')
  if (change === 0) return t('listen:change.same')
  const count = Math.abs(change)
  return t(change > 0 ? 'listen:change.more' : 'listen:change.fewer', {
    count,
    many: sayCount(count),
  })
}

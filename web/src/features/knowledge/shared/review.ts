import type { ArticleRow } from '@/api/knowledge/types'

// Is it time to look at it again? What is put away needs no look.
export function isDue(article: Pick<ArticleRow, 'status' | 'review_at'>, now: number): boolean {
  const { status, review_at } = article
  return status !== 'archived' && review_at !== null && Date.parse(review_at) <= now
}

// "2026-11-26" for a date field, in the reader's own day.
export function dayOf(at: string | null): string {
  if (!at) return ''
  const date = new Date(at)
  if (Number.isNaN(date.getTime())) return ''
  const two = (part: number) => String(part).padStart(2, '0')
  return `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

// A day as it stands in its field in the midst of its year is not the one that is meant: "0002-11-26".
export const isWholeDay = (day: string) => day >= '1000-01-01'

// The moment a day begins where the reader is; null for no day.
export function atDay(day: string): string | null {
  const [year, month, date] = day.split('-').map(Number)
  if (!year || !month || !date) return null
  return new Date(year, month - 1, date).toISOString().replace('.000Z', 'Z')
}

import i18n from 'i18next'

// A number for a narrow place: exact while it is short, "11K" when it is not.
export function sayCount(count: number | undefined): string {
  if (count === undefined) return ''
  if (count < 10_000) return `${count}`
  return new Intl.NumberFormat(i18n.language, { notation: 'compact' }).format(count)
}

// Times as people say them.

import { t } from 'i18next'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

// The words around a date are English, so the date is too; which English, the reader's own choice.
const locale = () => navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB'

const clock = (at: Date) =>
  at.toLocaleTimeString(locale(), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })

// Whole calendar days from `at` to `now`, as people count them: yesterday evening is one.
export function daysBetween(at: Date, now: Date): number {
  const midnight = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate())
  return Math.round((midnight(now) - midnight(at)) / day)
}

// "now", "4 min", "2 h", "3 d", then the date: for the narrow edge of a row.
export function sayAge(iso: string, now: number): string {
  const age = now - Date.parse(iso)
  if (age < minute) return t('common:time.now')
  if (age < hour) return t('common:time.minutes', { count: Math.floor(age / minute) })
  if (age < day) return t('common:time.hours', { count: Math.floor(age / hour) })
  if (age < 14 * day) return t('common:time.days', { count: Math.floor(age / day) })
  return sayDate(new Date(iso), new Date(now))
}

// "just now", "12 min ago", "today 14:03", "yesterday 14:03", "Tuesday 14:03", "12 October".
export function sayWhen(iso: string, now: number): string {
  const at = new Date(iso)
  const age = now - at.getTime()
  if (age >= 0 && age < minute) return t('common:time.justNow')
  if (age >= 0 && age < hour)
    return t('common:time.minutesAgo', { count: Math.floor(age / minute) })
  const days = daysBetween(at, new Date(now))
  const time = clock(at)
  if (days === 0) return t('common:time.today', { time })
  if (days === 1) return t('common:time.yesterday', { time })
  if (days === -1) return t('common:time.tomorrow', { time })
  if (Math.abs(days) < 7)
    return t('common:time.weekday', {
      weekday: at.toLocaleDateString(locale(), { weekday: 'long' }),
      time,
    })
  return sayDate(at, new Date(now))
}

function sayDate(at: Date, now: Date): string {
  const sameYear = at.getFullYear() === now.getFullYear()
  return at.toLocaleDateString(locale(), {
    day: 'numeric',
    month: 'short',
    year: sameYear ? undefined : 'numeric',
  })
}

// "March 2024": for how long someone has been here.
export function sayMonth(iso: string): string {
  return new Date(iso).toLocaleDateString(locale(), { month: 'long', year: 'numeric' })
}

// "12 October 2025": a day far from today.
export function sayDay(iso: string): string {
  return new Date(iso).toLocaleDateString(locale(), {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  })
}

// To the second, for those who hover.
export function sayExactly(iso: string): string {
  return new Date(iso).toLocaleString(locale(), { dateStyle: 'full', timeStyle: 'medium' })
}

// "2 h 10 min": a span between two moments.
export function sayFor(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / minute))
  if (minutes < 60) return t('common:time.minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours >= 24) return t('common:time.days', { count: Math.floor(hours / 24) })
  if (rest === 0 || hours >= 10) return t('common:time.hours', { count: hours })
  return t('common:time.hoursMinutes', { hours, minutes: rest })
}

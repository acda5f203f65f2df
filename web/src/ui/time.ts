// Times as people say them.

import { t } from 'i18next'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

// The words around a date are English, so the date is too; which English, the reader's own choice. A
// formatter costs more to make than a hundred dates to write: each is made once.
const locale = () => navigator.languages.find((language) => language.startsWith('en')) ?? 'en-GB'
const formats = new Map<string, Intl.DateTimeFormat>()

function write(at: Date, name: keyof typeof shapes): string {
  const language = locale()
  const key = `${language} ${name}`
  let format = formats.get(key)
  if (!format) {
    format = new Intl.DateTimeFormat(language, shapes[name])
    formats.set(key, format)
  }
  return format.format(at)
}

const shapes = {
  clock: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  weekday: { weekday: 'long' },
  date: { day: 'numeric', month: 'short' },
  dateOfYear: { day: 'numeric', month: 'short', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  dayOfChart: { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' },
  hourOfChart: {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  exactly: { dateStyle: 'full', timeStyle: 'medium' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

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
  const time = write(at, 'clock')
  if (days === 0) return t('common:time.today', { time })
  if (days === 1) return t('common:time.yesterday', { time })
  if (days === -1) return t('common:time.tomorrow', { time })
  if (Math.abs(days) < 7) return t('common:time.weekday', { weekday: write(at, 'weekday'), time })
  return sayDate(at, new Date(now))
}

export function sayDate(at: Date, now: Date): string {
  return write(at, at.getFullYear() === now.getFullYear() ? 'date' : 'dateOfYear')
}

// "March 2024": for how long someone has been here.
export function sayMonth(iso: string): string {
  return write(new Date(iso), 'month')
}

// "12 October 2025": a day far from today.
export function sayDay(iso: string): string {
  return write(new Date(iso), 'day')
}

// To the second, for those who hover.
export function sayExactly(iso: string): string {
  return write(new Date(iso), 'exactly')
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

// A step of a chart: "Tue, 24 Nov", a day of UTC as the server counts them, or "Tue, 24 Nov, 14:00".
export function sayStep(iso: string, step: 'day' | 'hour'): string {
  return write(new Date(iso), step === 'day' ? 'dayOfChart' : 'hourOfChart')
}

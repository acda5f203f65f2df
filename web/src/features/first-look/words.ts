// The words of the first look travel with it, not with the first screen.

import { i18next } from '@/i18n'
import words from '@/i18n/en/first-look.json'
import type { Step } from './steps'

i18next.addResourceBundle('en', 'firstLook', words)

export type Page = 'open' | 'heard' | Step

interface Where {
  phone: boolean
  demo: boolean
  // Nobody is in the list.
  empty: boolean
}

// The text that fits the device and the desk.
export function textOf(page: Page, { phone, demo, empty }: Where): string {
  const texts: Record<string, string> = words[page]
  const fitting = [empty && 'none', phone && 'phone', !demo && 'desk', 'text']
  const found = fitting.find((variant) => variant && texts[variant] !== undefined)
  return i18next.t(`firstLook:${page}.${found || 'text'}` as never)
}

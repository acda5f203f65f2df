import { languageName } from '@/ui/language-name'

// Those an article is likely written in; any other that is in use already is offered beside them.
const usual = [
  ...['ar', 'bg', 'ca', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fa', 'fi', 'fr', 'he', 'hi'],
  ...['hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv', 'nb', 'nl', 'pl', 'pt', 'pt-br', 'ro', 'ru'],
  ...['sk', 'sl', 'sr', 'sv', 'th', 'tr', 'uk', 'ur', 'vi', 'zh', 'zh-tw'],
]

export interface Choice {
  value: string
  label: string
}

// By name, each once.
export function languageChoices(codes: Iterable<string>): Choice[] {
  return [...new Set(codes)]
    .filter(Boolean)
    .map((value) => ({ value, label: languageName(value) || value }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
}

export const allLanguages = (also: readonly string[]) => languageChoices([...usual, ...also])

const rightToLeft = new Set(['ar', 'fa', 'he', 'ur', 'yi', 'ps', 'sd', 'ug', 'ckb', 'dv'])

export function directionOfLanguage(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(language.split('-')[0]?.toLowerCase() ?? '') ? 'rtl' : 'ltr'
}

import { expect, test } from 'vitest'
import { directionOfLanguage, languageChoices } from './languages'

test('languages are offered by name, each once', () => {
  expect(languageChoices(['pt', 'de', 'pt', ''])).toEqual([
    { value: 'de', label: 'German' },
    { value: 'pt', label: 'Portuguese' },
  ])
})

test('a language says which way it is read', () => {
  expect(directionOfLanguage('ar-EG')).toBe('rtl')
  expect(directionOfLanguage('HE')).toBe('rtl')
  expect(directionOfLanguage('de')).toBe('ltr')
})

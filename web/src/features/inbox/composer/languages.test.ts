import { describe, expect, it } from 'vitest'
import { guessLanguage, languageName, languages } from './languages'

describe('languages', () => {
  it('guesses what they speak, then what the writer speaks', () => {
    expect(guessLanguage(['pt-BR', 'en'], 'de-DE')).toBe('pt')
    expect(guessLanguage([], 'de-DE')).toBe('de')
    expect(guessLanguage(undefined, 'en')).toBe('en')
  })

  it('offers the chosen one, however rare', () => {
    expect(languages('gd')[0]).toBe('gd')
    expect(languages('de').filter((code) => code === 'de')).toHaveLength(1)
    expect(languages('')).not.toContain('')
  })

  it('has a name for each and survives nonsense', () => {
    expect(languageName('de')).toBe('German')
    expect(languageName('not a language')).toBe('not a language')
  })
})

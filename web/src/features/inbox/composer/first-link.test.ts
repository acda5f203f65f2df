import { describe, expect, it } from 'vitest'
import { firstLink } from './first-link'

describe('the link of a card', () => {
  it('is the first address, without the end of the sentence', () => {
    expect(firstLink('See (https://example.org/a?b=1). Or https://other.example')).toBe(
      'https://example.org/a?b=1',
    )
    expect(firstLink('http://example.org/menu!')).toBe('http://example.org/menu')
  })

  it('is nothing where there is no whole address yet', () => {
    expect(firstLink('Write to us at example.org')).toBeNull()
    expect(firstLink('https://exa')).toBeNull()
    expect(firstLink('https://')).toBeNull()
    expect(firstLink('javascript:alert(1)')).toBeNull()
  })
})

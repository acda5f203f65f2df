import { describe, expect, it } from 'vitest'
import { coverOf } from './labels'

describe('coverOf', () => {
  it('takes the strongest of several', () => {
    expect(coverOf(['nudity', '!hide', 'spam'])).toEqual({ cover: 'hide', label: '!hide' })
    expect(coverOf(['porn', '!warn']).cover).toBe('cover')
    expect(coverOf(['graphic-media']).cover).toBe('blur')
  })

  it('covers nothing for words it does not know', () => {
    expect(coverOf(['bot', 'verified']).cover).toBeNull()
    expect(coverOf([]).cover).toBeNull()
  })
})

import '@/i18n'
import { describe, expect, it } from 'vitest'
import { audienceOf, coverOf, sayCovered, sayLabel } from './labels'

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

it('covers a post with a content warning and says its words', () => {
  expect(coverOf(['cw:food', 'sensitive'])).toEqual({ cover: 'cover', label: 'cw:food' })
  expect(sayLabel('cw:food')).toBe('Content warning: food')
  expect(coverOf(['sensitive']).cover).toBe('blur')
  expect(coverOf(['visibility:unlisted']).cover).toBeNull()
})

it('says who can read a post where that is not everybody', () => {
  expect(audienceOf(['visibility:private'])).toBe('private')
  expect(audienceOf(['cw:x', 'visibility:direct'])).toBe('direct')
  expect(audienceOf(['visibility:unlisted'])).toBeNull()
})

it('says the warning in the place of one line of what it covers', () => {
  expect(sayCovered('Blood everywhere', ['cw:surgery', 'sensitive'])).toBe(
    'Content warning: surgery',
  )
  expect(sayCovered('Blood everywhere', ['!hide'])).toBe('Hidden by the network.')
  // Its pictures alone are covered.
  expect(sayCovered('Look', ['nudity'])).toBe('Look')
  expect(sayCovered('Look', [])).toBe('Look')
})

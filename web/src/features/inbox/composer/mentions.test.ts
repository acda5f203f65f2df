import { describe, expect, test } from 'vitest'
import type { Member } from '@/api/types'
import { mentionsIn, typingAt, whoFits } from './mentions'

const member = (id: string, name: string): Member => ({
  id,
  name,
  email: `${id}@brand.example`,
  role: 'agent',
  me: false,
})
const team = [member('1', 'Ana'), member('2', 'Ana Lima'), member('3', 'Zoë Ångström')]

describe('what is being typed', () => {
  test('is the @ before the caret, up to it', () => {
    expect(typingAt('Hi @an', 6)).toEqual({ at: 3, words: 'an' })
    expect(typingAt('@', 1)).toEqual({ at: 0, words: '' })
    expect(typingAt('@Ana Li', 7)).toEqual({ at: 0, words: 'Ana Li' })
  })
  test('is nothing in an address, on another line, or before the @', () => {
    expect(typingAt('ana@ex', 6)).toBeNull()
    expect(typingAt('@ana\nand', 8)).toBeNull()
    expect(typingAt('Hi @an', 2)).toBeNull()
  })
})

test('any word of a name may begin like that', () => {
  expect(whoFits(team, 'an').map((one) => one.id)).toEqual(['1', '2'])
  expect(whoFits(team, 'li').map((one) => one.id)).toEqual(['2'])
  expect(whoFits(team, 'å').map((one) => one.id)).toEqual(['3'])
})

test('names are found where they stand, in bytes, the longest first', () => {
  expect(mentionsIn('Ask @Ana Lima, @Ana or (@Zoë Ångström)!', team)).toEqual([
    { member_id: '2', begin: 4, end: 13 },
    { member_id: '1', begin: 15, end: 19 },
    { member_id: '3', begin: 24, end: 40 },
  ])
  expect(mentionsIn('@Anastasia, me@Ana', team)).toEqual([])
})

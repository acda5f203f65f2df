import '@/i18n'
import '@/i18n/listen'
import { expect, test } from 'vitest'
import { sayAuthor } from './say-author'

test('who has no name yet is somebody, and not nobody', () => {
  const network = 'bluesky'
  expect(sayAuthor({ name: 'Ana', handle: 'ana.example', network })).toBe('Ana')
  expect(sayAuthor({ name: '', handle: 'ana.example', network })).toBe('ana.example')
  expect(sayAuthor({ name: '', handle: '', network })).toBe('Somebody on Bluesky')
})

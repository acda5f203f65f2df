import { expect, test } from 'vitest'
import { profileUrl } from './networks'

test('a name leads to where it is at home', () => {
  expect(profileUrl('bluesky', 'did:plc:abc', '@ana.example')).toBe(
    'https://bsky.app/profile/did%3Aplc%3Aabc',
  )
  expect(profileUrl('mastodon', 'social.example/41', '@ana@elsewhere.example')).toBe(
    'https://elsewhere.example/@ana',
  )
  expect(profileUrl('mastodon', 'social.example/41', '@ana')).toBeNull()
  expect(profileUrl('sandbox', 'x', '@ana')).toBeNull()
})

import { expect, test } from 'vitest'
import { saidLength, textLength } from './graphemes'

test.each([
  ['plain', 5, 5],
  ['👩‍👩‍👧', 1, 5],
  ['🇳🇴🇸🇪', 2, 4],
  ['e\u0301', 1, 2],
  ['مرحبا', 5, 5],
  ['', 0, 0],
])('%s', (text, graphemes, characters) => {
  expect(textLength(text, 'graphemes')).toBe(graphemes)
  expect(textLength(text, 'characters')).toBe(characters)
})

test.each([
  ['https://a.example', 23],
  ['see https://example.com/a/very/long/address/indeed and go', 34],
  ['@ana@social.example hi', 7],
  ['@ana@social.example.', 5],
  ['mail me@social.example', 22],
  ['https://', 8],
])('%s counts as Mastodon counts it', (text, length) => {
  expect(saidLength(text, 'characters')).toBe(length)
})

test('whoever is answered is named before a reply, once', () => {
  expect(saidLength('hi', 'characters', 'ana@social.example')).toBe('@ana hi'.length)
  expect(saidLength('hi @Ana@Social.example', 'characters', 'ana@social.example')).toBe(7)
  expect(saidLength('hi https://a.example', 'graphemes', 'ana.example')).toBe(20)
})

import { expect, test } from 'vitest'
import { conversation, post, speaker } from '@/testing/samples'
import { speakerFor } from './speaker-for'

const both = conversation({
  speakers: [speaker(), speaker({ channel_id: '8', handle: 'help.example' })],
})

test('the account they spoke to answers', () => {
  const to = post('11', null, { to_channel_id: '8' })
  expect(speakerFor(both, null, to).handle).toBe('help.example')
})

test('a choice wins over it, unless that account is gone', () => {
  const to = post('11', null, { to_channel_id: '8' })
  expect(speakerFor(both, '7', to).handle).toBe('brand.example')
  expect(speakerFor(both, '99', to).handle).toBe('help.example')
})

test('else it is the one that hears the conversation', () => {
  expect(speakerFor(both, null, post('11')).handle).toBe('brand.example')
  expect(speakerFor(conversation({ speakers: [] }), null, undefined).channel_id).toBe('7')
})

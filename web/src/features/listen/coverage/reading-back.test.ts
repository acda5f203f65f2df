import { expect, test } from 'vitest'
import type { Backfill } from '@/api/listening/types'
import { backfillsOf, readsBack } from './reading-back'

const channels = [
  { id: '1', network: 'mastodon', state: 'connected' },
  { id: '2', network: 'bluesky', state: 'reconnect' },
  { id: '3', network: 'bluesky', state: 'connected' },
  { id: '4', network: 'bluesky', state: 'connected' },
] as const
const stream = { channel_id: null, network: 'bluesky', can_backfill: true }

test('a gap of a stream is read through a connected account of its network', () => {
  expect(readsBack(stream, channels)).toBe('3')
  expect(readsBack(stream, channels.slice(0, 2))).toBeNull()
  expect(readsBack({ ...stream, can_backfill: false }, channels)).toBeNull()
})

test('a gap of an account is read through it, and no other', () => {
  expect(readsBack({ ...stream, channel_id: '4' }, channels)).toBe('4')
  expect(readsBack({ ...stream, channel_id: '2' }, channels)).toBeNull()
})

test('what is read back shows at the stream of its network', () => {
  const backfills = ['1', '3', '4', '9'].map((channel_id) => ({ channel_id }) as Backfill)
  const of = (more: Partial<typeof stream> | { channel_id: string }) =>
    backfillsOf({ ...stream, ...more }, backfills, channels).map(({ channel_id }) => channel_id)
  expect(of({})).toEqual(['3', '4'])
  expect(of({ network: 'mastodon' })).toEqual(['1'])
  expect(of({ channel_id: '4' })).toEqual(['4'])
  expect(of({ can_backfill: false })).toEqual([])
})

import { expect, test } from 'vitest'
import type { AlertDelivery } from '@/api/listening/types'
import { fateOf, isTrouble } from './delivery'

const fine: AlertDelivery = {
  carrier: 'mail',
  address: 'ines@brand.example',
  state: 'sent',
  at: '2026-11-26T15:00:00.000000Z',
  sent_at: '2026-11-26T15:00:00.000000Z',
  failed: 0,
  waiting: 0,
  next_try_at: null,
  error: null,
  error_at: null,
}
const error = { error: 'No such mailbox.', error_at: '2026-11-26T16:00:00.000000Z' }

test('what went wrong is trouble until a later one arrives', () => {
  expect(isTrouble(fine)).toBe(false)
  expect(isTrouble({ ...fine, ...error })).toBe(true)
  expect(isTrouble({ ...fine, ...error, sent_at: null })).toBe(true)
  expect(isTrouble({ ...fine, ...error, sent_at: '2026-11-26T17:00:00.000000Z' })).toBe(false)
})

test('one that is tried again is told apart from one that is given up', () => {
  const waits = { ...fine, sent_at: null, state: 'waiting' as const, waiting: 1 }
  expect(fateOf(fine)).toBe('arrived')
  expect(fateOf(waits)).toBe('way')
  expect(fateOf({ ...waits, ...error })).toBe('again')
  expect(fateOf({ ...fine, ...error, state: 'failed', failed: 1 })).toBe('failed')
  expect(fateOf({ ...fine, ...error, state: 'unknown' })).toBe('unknown')
})

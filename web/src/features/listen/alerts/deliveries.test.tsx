// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/listen'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { AlertDelivery } from '@/api/listening/types'
import { Deliveries } from './deliveries'

const lost: AlertDelivery = {
  carrier: 'mail',
  address: 'ines@brand.example',
  state: 'failed',
  at: '2026-11-26T15:00:00.000000Z',
  sent_at: null,
  failed: 2,
  waiting: 0,
  next_try_at: null,
  error: 'The mail server does not know this address.',
  error_at: '2026-11-26T15:00:00.000000Z',
}

test('what did not arrive says where, why, and what helps', () => {
  render(<Deliveries carrier="mail" deliveries={[lost]} />)
  const said = screen.getByRole('listitem').textContent
  expect(said).toContain('ines@brand.example')
  expect(said).toContain('2 alerts did not arrive. The mail server does not know this address.')
  expect(said).toContain('Look at the address once more.')
})

test('each way is told at its own field, and only where something was to be told', () => {
  const { container } = render(<Deliveries carrier="webhook" deliveries={[lost]} />)
  expect(container.textContent).toBe('')
})

test('one that is tried again asks nothing of anybody', () => {
  const again = { ...lost, state: 'waiting' as const, failed: 0, waiting: 1 }
  render(<Deliveries carrier="mail" deliveries={[again]} />)
  expect(screen.getByRole('listitem').textContent).toMatch(/not arrived yet.*We try again soon\.$/)
})

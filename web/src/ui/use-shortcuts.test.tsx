// @vitest-environment jsdom

import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { type Shortcuts, useShortcuts } from './use-shortcuts'

function Keys({ keys }: { keys: Shortcuts }) {
  useShortcuts(keys)
  return null
}

test('single keys, sequences, and keys that rest while someone types', async () => {
  const user = userEvent.setup()
  const j = vi.fn()
  const go = vi.fn()
  render(
    <>
      <Keys keys={{ j, 'g i': go }} />
      <input aria-label="field" />
    </>,
  )
  await user.keyboard('j')
  expect(j).toHaveBeenCalledTimes(1)
  await user.keyboard('gi')
  expect(go).toHaveBeenCalledTimes(1)
  await user.click(screen.getByLabelText('field'))
  await user.keyboard('jgi')
  expect(j).toHaveBeenCalledTimes(1)
  expect(go).toHaveBeenCalledTimes(1)
})

test('the latest wins, and what it does not know falls through', async () => {
  const user = userEvent.setup()
  const below = vi.fn()
  const above = vi.fn()
  render(
    <>
      <Keys keys={{ e: below, s: below }} />
      <Keys keys={{ e: above }} />
    </>,
  )
  await user.keyboard('es')
  expect(above).toHaveBeenCalledTimes(1)
  expect(below).toHaveBeenCalledTimes(1)
})

test('with a modifier a key is the browser’s', async () => {
  const user = userEvent.setup()
  const e = vi.fn()
  render(<Keys keys={{ e }} />)
  await user.keyboard('{Control>}e{/Control}')
  expect(e).not.toHaveBeenCalled()
})

test('who does not want a key leaves it to those below', async () => {
  const user = userEvent.setup()
  const below = vi.fn()
  render(
    <>
      <Keys keys={{ J: below }} />
      <Keys keys={{ J: () => false }} />
    </>,
  )
  await user.keyboard('{Shift>}J{/Shift}')
  expect(below).toHaveBeenCalledTimes(1)
})

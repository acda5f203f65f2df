// @vitest-environment jsdom

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { conversation } from '@/testing/samples'
import { StateLine } from './state-line'

vi.mock('@/ui/use-media', () => ({ useIsPhone: () => false }))

test('what was only heard says so', () => {
  render(
    <MantineProvider env="test">
      <StateLine conversation={conversation({ state: 'heard', waiting_since: null })} />
    </MantineProvider>,
  )
  expect(screen.getByText('Only heard')).toBeTruthy()
})

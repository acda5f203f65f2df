// @vitest-environment jsdom

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ArticlePicker } from './article-picker'

Element.prototype.scrollIntoView = () => {}

let fails: boolean
beforeEach(() => {
  fails = false
  vi.stubGlobal('fetch', async () =>
    fails
      ? Response.json({ detail: 'No.', kind: 'internal' }, { status: 500 })
      : Response.json({ items: [{ id: '7', title: 'Parcels' }] }),
  )
})
afterEach(() => vi.unstubAllGlobals())

const draw = () =>
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <ArticlePicker label="Article" value={null} onChange={() => {}} />
      </MantineProvider>
    </QueryClientProvider>,
  )

test('a search that fails leaves the field, says why and is tried again', async () => {
  draw()
  const field = await screen.findByRole('combobox')
  fails = true
  await userEvent.type(field, 'par')
  const again = await screen.findByRole('button', { name: 'Try again' })
  expect(field).toBeInTheDocument()
  expect(field).toHaveValue('par')
  fails = false
  await userEvent.click(again)
  expect(await screen.findByText('Parcels')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: 'Try again' })).toBeNull()
})

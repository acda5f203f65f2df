// @vitest-environment jsdom

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import Assist from './assist'

let answer: () => void
beforeEach(() => {
  const proposed = new Promise<Response>((resolve) => {
    answer = () => resolve(Response.json({ text: 'It left on Monday.', model: 'small' }))
  })
  vi.stubGlobal('fetch', () => proposed)
})
afterEach(() => vi.unstubAllGlobals())

const cache = new QueryClient()
const write = vi.fn()
const drawn = (post: string) => (
  <QueryClientProvider client={cache}>
    <MantineProvider env="test">
      <Assist conversation="1" post={post} text="" write={write} />
    </MantineProvider>
  </QueryClientProvider>
)
const settled = () => act(() => new Promise((done) => setTimeout(done, 20)))

test('what is proposed for a post stands in its answer', async () => {
  render(drawn('5'))
  fireEvent.click(screen.getByTestId('propose'))
  answer()
  await settled()
  expect(write).toHaveBeenCalledWith('It left on Monday.')
})

test('what is proposed for a post never stands in the answer to another', async () => {
  write.mockClear()
  const { rerender } = render(drawn('5'))
  fireEvent.click(screen.getByTestId('propose'))
  rerender(drawn('6'))
  answer()
  await settled()
  expect(write).not.toHaveBeenCalled()
})

// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/listen'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, test } from 'vitest'
import { post } from '@/testing/samples'
import { HeardCard } from './heard-card'

function show(labels: string[], ofAuthor: string[] = []) {
  const said = post('1', null, { text: 'The needle went in', labels })
  const heard = {
    post: { ...said, author: { ...said.author, labels: ofAuthor } },
    conversation_id: '1',
    state: 'heard' as const,
    skip_reason: null,
    spans: [],
    monitors: [],
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <HeardCard heard={heard} spans={[]} />
      </MantineProvider>
    </QueryClientProvider>,
  )
}

test('what a content warning covers is shown when somebody asks for it', async () => {
  show(['cw:needles', 'sensitive'])
  expect(screen.queryByText('The needle went in')).toBeNull()
  expect(screen.getByText('Content warning: needles')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: 'Show' }))
  expect(screen.getByText('The needle went in')).toBeTruthy()
})

test('what the network warns of by its author is covered too', () => {
  show([], ['!warn'])
  expect(screen.queryByText('The needle went in')).toBeNull()
})

test('what covers pictures alone leaves the words to read', () => {
  show(['nudity'])
  expect(screen.getByText('The needle went in')).toBeTruthy()
})

// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/settings'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import FeedDialog from './feed-dialog'

vi.mock('@/ui/toast', () => ({ say: vi.fn(), sayFailure: vi.fn() }))

let asked: [string, unknown][]
let found: unknown[]
let refusal: object | null
const closed = vi.fn()

beforeEach(() => {
  asked = []
  found = []
  refusal = null
  closed.mockClear()
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    asked.push([url, JSON.parse(String(body))])
    if (refusal) return Response.json(refusal, { status: 400 })
    if (url.endsWith('/find')) return Response.json({ items: found })
    return Response.json({ account: { name: 'News', handle: 'news.example' } }, { status: 201 })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function look(address: string) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <FeedDialog onClose={closed} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  await userEvent.type(screen.getByLabelText('Address of a feed or a website'), address)
  await userEvent.click(screen.getByRole('button', { name: 'Find feeds' }))
}

test('the only feed of a website is added at once', async () => {
  found = [{ address: 'https://news.example/feed', title: 'News', format: 'RSS' }]
  await look('news.example')
  await waitFor(() => expect(closed).toHaveBeenCalled())
  expect(asked).toEqual([
    ['/api/channels/find', { network: 'feed', address: 'news.example' }],
    ['/api/channels', { network: 'feed', address: 'https://news.example/feed' }],
  ])
})

test('of several feeds one is chosen', async () => {
  found = [
    { address: 'https://news.example/feed', title: 'News', format: 'RSS' },
    { address: 'https://news.example/atom', title: '', format: 'Atom' },
  ]
  await look('news.example')
  await userEvent.click(await screen.findByLabelText('https://news.example/atom (Atom)'))
  expect(closed).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: 'Add' }))
  await waitFor(() => expect(closed).toHaveBeenCalled())
  expect(asked.at(-1)).toEqual([
    '/api/channels',
    { network: 'feed', address: 'https://news.example/atom' },
  ])
})

test('what is wrong stands at the address', async () => {
  refusal = { title: 'Invalid', status: 400, detail: 'No feed was found there.', field: 'address' }
  await look('nothing.example')
  expect(await screen.findByText('No feed was found there.')).toBeTruthy()
  expect(closed).not.toHaveBeenCalled()
})

// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/insights'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sessionQuery } from '@/api/session'
import type { Permission, ReasonSummary, Session } from '@/api/types'
import { ReasonsScreen } from './reasons-screen'

const navigate = vi.fn()
vi.mock('@tanstack/react-router', () => ({
  getRouteApi: () => ({ useSearch: () => ({}) }),
  useNavigate: () => navigate,
  Link: ({ to, params, search, children, ...rest }: { [key: string]: unknown }) => (
    <a
      href={`${to}?${new URLSearchParams(search as Record<string, string>)}`}
      data-params={JSON.stringify(params)}
      {...rest}
    >
      {children as ReactNode}
    </a>
  ),
}))
vi.mock('@/ui/toast', () => ({ say: vi.fn(), sayFailure: vi.fn() }))

const item = (key: string, name: string, posts: number, before: number) => ({
  key,
  name,
  posts,
  before,
  examples: [
    {
      post_id: `${posts}1`,
      conversation_id: `${posts}`,
      text: `Words about ${name}`,
      created_at: '2026-11-23T10:00:00.000000Z',
    },
  ],
})

let summary: ReasonSummary
let cut: boolean
let asked: string[]
beforeEach(() => {
  cut = false
  asked = []
  navigate.mockClear()
  summary = {
    days: 30,
    reads: true,
    catching_up: false,
    items: [
      item('quality', 'Quality', 9, 12),
      item('delivery', 'Delivery', 6, 2),
      item('own', 'Broken lids', 1, 0),
    ],
  }
  vi.stubGlobal('fetch', async (path: string, { method }: RequestInit) => {
    asked.push(`${method} ${path}`)
    if (cut) throw new TypeError('cut')
    if (path.startsWith('/api/reasons/summary')) return Response.json(summary)
    if (path.startsWith('/api/remedies')) return Response.json({ items: [], next_cursor: null })
    const reason = (key: string, name: string, merged_into: string | null = null) => ({
      key,
      name,
      builtin: key !== 'own',
      merged_into,
    })
    return Response.json({
      items: [reason('quality', 'Quality'), reason('policy', 'Policy', 'quality')],
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

function draw(permissions: Permission[] = ['read', 'answer', 'manage_channels']) {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  cache.setQueryData(sessionQuery.queryKey, { permissions } as Session)
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <ReasonsScreen />
      </MantineProvider>
    </QueryClientProvider>,
  )
  return cache
}

test('a sentence first, then each reason with its change, its newest, and the way to them', async () => {
  draw()
  const sum = await screen.findByTestId('reasons-sum')
  expect(sum.textContent).toBe(
    '16 times a reason was given in the last 30 days. Most of all: Quality. Rising: Delivery.',
  )
  const rows = within(screen.getByTestId('reasons')).getAllByTestId('insight')
  expect(rows.map((row) => row.textContent)).toEqual([
    'Quality9 posts3 fewer than before',
    'Delivery6 posts4 more than before',
    'Broken lids1 postnew',
  ])
  expect(rows[1]?.getAttribute('href')).toBe('/inbox?view=all&gave=delivery&days=30')
  const newest = screen.getByRole('list', { name: 'The newest of Delivery' })
  const link = within(newest).getByRole('link')
  expect(link.textContent).toContain('Words about Delivery')
  expect(link.dataset.params).toBe('{"conversationId":"6"}')
})

test('where nobody was heard before, nothing is told to be new', async () => {
  summary.items = [item('delivery', 'Delivery', 6, 0), item('own', 'Broken lids', 1, 0)]
  draw()
  const rows = within(await screen.findByTestId('reasons')).getAllByTestId('insight')
  expect(rows.map((row) => row.textContent)).toEqual(['Delivery6 posts', 'Broken lids1 post'])
})

test('nobody complained: it says so, and looks further back when asked', async () => {
  summary.items = []
  draw()
  await screen.findByText('No reasons were given')
  await userEvent.click(screen.getByRole('button', { name: 'Look further back' }))
  expect(navigate).toHaveBeenCalledWith(expect.objectContaining({ to: '.', search: { days: 365 } }))
})

test('reasons that were given before alone are none', async () => {
  summary.items = [item('quality', 'Quality', 0, 9)]
  draw()
  await screen.findByText('No reasons were given')
  expect(screen.queryByText(/Most of all/)).toBeNull()
})

test('while posts are still being read nothing is compared, and the numbers are told to grow', async () => {
  summary.catching_up = true
  draw()
  const rows = within(await screen.findByTestId('reasons')).getAllByTestId('insight')
  expect(rows[1]?.textContent).toBe('Delivery6 posts')
  expect(screen.getByTestId('catching-up').textContent).toMatch(/still being read/)
  expect(screen.getByTestId('reasons-sum').textContent).not.toMatch(/Rising/)
})

test('where nothing is read it does not say that nobody complained', async () => {
  summary = { ...summary, reads: false, items: [] }
  draw()
  await screen.findByText(/does not read posts/)
  expect(screen.queryByText(/nobody did/)).toBeNull()
})

test('what could not be read is said, and asked for again', async () => {
  cut = true
  draw()
  const buttons = () => screen.queryAllByRole('button', { name: 'Try again' })
  await waitFor(() => expect(buttons()).toHaveLength(2))
  const again = buttons()
  cut = false
  for (const button of again) await userEvent.click(button)
  await screen.findByTestId('reasons')
})

test('numbers that are here stay while the server is out of reach, and are told to be old', async () => {
  const cache = draw()
  await screen.findByTestId('reasons')
  cut = true
  await act(() => cache.invalidateQueries({ queryKey: ['reasons', 'summary'] }))
  const stale = await screen.findByText(/These numbers may be old/)
  expect(stale.getAttribute('role')).toBe('alert')
  expect(screen.getByTestId('reasons')).toBeTruthy()
})

test('what is told as another stands beside it, and readers change nothing', async () => {
  draw(['read'])
  const all = await screen.findByTestId('all-reasons')
  await waitFor(() => expect(all.textContent).toBe('Qualityalso Policy'))
  expect(screen.queryByRole('button', { name: /More about/ })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Add reason' })).toBeNull()
})

// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/insights'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sessionQuery } from '@/api/session'
import type { Permission, Session, Topic, TopicSummary } from '@/api/types'
import { say } from '@/ui/toast'
import { TopicsScreen } from './topics-screen'

vi.mock('@tanstack/react-router', () => ({
  getRouteApi: () => ({ useSearch: () => ({}) }),
  useNavigate: () => vi.fn(),
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

let topics: Topic[]
let spoken: string[]
let asked: { method: string; path: string; body: unknown }[]
let cut: boolean
let reads: boolean

beforeEach(() => {
  topics = [
    { id: '8', name: 'espresso', terms: ['espresso', 'oat milk'] },
    { id: '9', name: 'courier', terms: ['courier', 'depot'] },
  ]
  spoken = ['8', '9']
  asked = []
  cut = false
  reads = true
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body }: RequestInit) => {
    asked.push({ method, path, body: body ? JSON.parse(String(body)) : undefined })
    if (cut) throw new TypeError('cut')
    if (path === '/api/learning') return Response.json({ reading: reads })
    if (method === 'PUT') return Response.json({ ...topics[0], name: 'Coffee' })
    if (method === 'POST') return Response.json(topics[0])
    if (path.startsWith('/api/topics/summary')) return Response.json(summary())
    return Response.json({ items: topics })
  })
})
afterEach(() => vi.unstubAllGlobals())

const summary = (): TopicSummary => ({
  days: 30,
  reads: true,
  catching_up: false,
  items: topics
    .filter(({ id }) => spoken.includes(id))
    .map((topic, at) => ({
      ...topic,
      posts: 20 - 10 * at,
      before: 5,
      examples: [
        {
          post_id: `1${at}`,
          conversation_id: `2${at}`,
          text: `Words about ${topic.name}`,
          created_at: '2026-11-23T10:00:00.000000Z',
        },
      ],
    })),
})

function draw(permissions: Permission[] = ['read', 'answer', 'manage_channels']) {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  cache.setQueryData(sessionQuery.queryKey, { permissions } as Session)
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <TopicsScreen />
      </MantineProvider>
    </QueryClientProvider>,
  )
}

const openMenu = async (name: string, item: string) => {
  await userEvent.click(await screen.findByRole('button', { name: `More about ${name}` }))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
  return within(screen.getByTestId('all-topics'))
}

test('a sentence first, then each topic with its words, its newest, and the way to them', async () => {
  draw()
  const sum = await screen.findByTestId('topics-sum')
  expect(sum.textContent).toContain('30 times one of your topics came up in the last 30 days.')
  expect(sum.textContent).toContain('Most of all: espresso.')
  const rows = within(screen.getByTestId('topics')).getAllByTestId('insight')
  expect(rows.map((row) => row.textContent)).toEqual([
    'espresso20 posts15 more than beforeoat milk',
    'courier10 posts5 more than beforedepot',
  ])
  expect(rows[1]?.getAttribute('href')).toBe('/inbox?view=all&about=9&days=30')
  const newest = screen.getByRole('list', { name: 'The newest of courier' })
  const link = within(newest).getByRole('link')
  expect(link.textContent).toContain('Words about courier')
  expect(link.dataset.params).toBe('{"conversationId":"21"}')
})

test('where none were learned it says when they will be, and asks for no numbers', async () => {
  topics = []
  draw()
  await screen.findByText('No topics yet')
  expect(screen.getByText(/fifty different posts/)).toBeTruthy()
  expect(screen.queryByRole('radiogroup')).toBeNull()
  expect(asked.some(({ path }) => path.includes('summary'))).toBe(false)
})

test('where nothing is read it promises nothing', async () => {
  topics = []
  reads = false
  draw()
  await screen.findByText(/its models are missing/)
})

test('nobody spoke of them: it says so, and they can still be named', async () => {
  spoken = []
  draw()
  await screen.findByText('None of your topics came up')
  expect(screen.getByRole('button', { name: 'Look further back' })).toBeTruthy()
  expect(screen.getByTestId('all-topics').textContent).toContain('courier')
})

test('what could not be read is said, and asked for again', async () => {
  cut = true
  draw()
  const again = await screen.findByRole('button', { name: 'Try again' })
  cut = false
  await userEvent.click(again)
  await screen.findByTestId('topics')
})

test('a topic gets a better name', async () => {
  draw()
  const list = await openMenu('espresso', 'Rename')
  const name = list.getByRole('textbox', { name: 'Name' })
  await userEvent.clear(name)
  await userEvent.type(name, 'Coffee{Enter}')
  await waitFor(() => expect(say).toHaveBeenCalledWith('Now called Coffee'))
  expect(asked.find(({ method }) => method === 'PUT')).toMatchObject({
    path: '/api/topics/8',
    body: { name: 'Coffee' },
  })
})

test('two topics become one', async () => {
  draw()
  const list = await openMenu('courier', 'Merge into another')
  await userEvent.click(list.getByRole('combobox', { name: 'Merge into' }))
  const options = await screen.findAllByRole('option', { hidden: true })
  expect(options.map((option) => option.textContent)).toEqual(['espresso'])
  await userEvent.click(options[0] as HTMLElement)
  await userEvent.click(list.getByRole('button', { name: 'Merge' }))
  await waitFor(() => expect(say).toHaveBeenCalledWith(expect.stringContaining('part of espresso')))
  expect(asked.find(({ method }) => method === 'POST')).toMatchObject({
    path: '/api/topics/9/merge',
    body: { into_id: '8' },
  })
})

test('readers change nothing', async () => {
  draw(['read'])
  await screen.findByTestId('all-topics')
  expect(screen.queryByRole('button', { name: /More about/ })).toBeNull()
})

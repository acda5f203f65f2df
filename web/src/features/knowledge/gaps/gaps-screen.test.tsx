// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/knowledge'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { GapsScreen } from './gaps-screen'

Element.prototype.scrollIntoView = () => {}
const undo = { run: () => {} }
vi.mock('@/ui/toast', () => ({
  offerUndo: (_words: string, run: () => void) => {
    undo.run = run
  },
  sayFailure: vi.fn(),
}))
vi.mock('@/api/session', async (original) => ({
  ...(await original<object>()),
  useMayWrite: () => true,
}))

const at = '2026-11-26T09:00:00Z'
const post = (id: string, text: string) => ({
  ...{ post_id: id, conversation_id: `4${id}`, text, author: 'Maya', at },
})
const gap = {
  ...{ id: '3', name: 'Gift wrapping', state: 'open', people: 5, posts: 6, waiting: 2 },
  ...{ words: ['gift', 'wrap'], first_at: at, last_at: at, article_id: null },
  ...{ language: 'en', longest_wait: 7200, examples: [post('1', 'Do you wrap?')] },
}

let gaps: object[]
let learned: string | null
let status: number
let asked: string[]
beforeEach(() => {
  gaps = [gap, { ...gap, id: '8', name: 'Old', state: 'dismissed' }]
  learned = at
  status = 200
  asked = []
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    const { pathname } = new URL(url, 'http://x')
    if (method === 'POST') asked.push(`${pathname} ${body ?? ''}`.trim())
    if (status !== 200) return Response.json({ detail: 'No.' }, { status })
    if (pathname.endsWith('/posts')) {
      return Response.json({ items: [post('1', 'Do you wrap?'), post('2', 'Wrapped, please?')] })
    }
    if (pathname === '/api/articles/draft') return Response.json({ id: '70' }, { status: 201 })
    for (const verb of ['dismiss', 'reopen'] as const) {
      if (!pathname.endsWith(verb)) continue
      gaps = [{ ...gap, state: verb === 'dismiss' ? 'dismissed' : 'open' }]
      return Response.json(gaps[0])
    }
    return Response.json({ items: gaps, learned_at: learned })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function draw() {
  const root = createRootRoute()
  const route = (path: string, component: () => React.ReactNode) =>
    createRoute({ getParentRoute: () => root, path, component })
  const router = createRouter({
    routeTree: root.addChildren([
      route('/knowledge/gaps', GapsScreen),
      route('/knowledge/$articleId', () => 'The draft'),
    ]),
    history: createMemoryHistory({ initialEntries: ['/knowledge/gaps'] }),
  })
  render(
    <QueryClientProvider
      client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}
    >
      <MantineProvider env="test">
        <RouterProvider router={router as never} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return router
}

test('a question without an article says who waits, and counts in the way to it', async () => {
  await draw()
  const card = await screen.findByTestId('gap')
  expect(card).toHaveTextContent('5 people asked. 2 wait for an answer.')
  expect(screen.getByTestId('open-gaps')).toHaveTextContent('1')
  await userEvent.click(within(card).getByRole('button', { name: 'Show all 6 posts' }))
  expect(await within(card).findByText('Wrapped, please?')).toBeInTheDocument()
})

test('one is put aside at once, and comes back by an undo', async () => {
  await draw()
  await userEvent.click(await screen.findByRole('button', { name: 'Not for an article' }))
  expect(screen.queryByTestId('gap')).toBeNull()
  expect(screen.getByText('Nobody asks what you have not written down')).toBeInTheDocument()
  undo.run()
  expect(await screen.findByTestId('gap')).toHaveTextContent('Gift wrapping')
  await waitFor(() => expect(asked).toEqual(['/api/gaps/3/dismiss', '/api/gaps/3/reopen']))
})

test('an article is begun from it', async () => {
  const router = await draw()
  await userEvent.click(await screen.findByTestId('write-gap'))
  await waitFor(() => expect(router.state.location.pathname).toBe('/knowledge/70'))
  expect(asked).toEqual(['/api/articles/draft {"gap_id":"3"}'])
})

test('before anything was looked through it says so', async () => {
  gaps = []
  learned = null
  await draw()
  expect(await screen.findByText('Nothing was looked through yet')).toBeInTheDocument()
})

test('what cannot be read is tried again', async () => {
  status = 500
  await draw()
  const again = await screen.findByRole('button', { name: 'Try again' })
  status = 200
  await userEvent.click(again)
  expect(await screen.findByTestId('gap')).toBeInTheDocument()
})

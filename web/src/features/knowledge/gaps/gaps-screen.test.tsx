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
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gapsQuery } from '@/api/knowledge/gaps'
import { closeToast, sayFailure } from '@/ui/toast'
import { GapsScreen } from './gaps-screen'

Element.prototype.scrollIntoView = () => {}
const undo = { run: () => {} }
vi.mock('@/ui/toast', () => ({
  offerUndo: (_words: string, run: () => void) => {
    undo.run = run
    return 'the way back'
  },
  closeToast: vi.fn(),
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
  ...{ words: ['gift', 'wrapping', 'ribbon', 'bow'], first_at: at, last_at: at, article_id: null },
  ...{ language: 'en', longest_wait: 7200, examples: [post('1', 'Do you wrap?')] },
}

let gaps: { id: string }[]
let learned: string | null
let status: number
let asked: string[]
// Answers to a path wait for this.
let hold: { path: string; until: Promise<void> } | null
let cache: QueryClient
beforeEach(() => {
  vi.clearAllMocks()
  hold = null
  gaps = [gap, { ...gap, id: '8', name: 'Old', state: 'dismissed' }]
  learned = at
  status = 200
  asked = []
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    const { pathname } = new URL(url, 'http://x')
    if (method === 'POST') asked.push(`${pathname} ${body ?? ''}`.trim())
    const before = gaps
    if (hold?.path === pathname) await hold.until
    if (status !== 200) return Response.json({ detail: 'No.' }, { status })
    if (pathname.endsWith('/posts')) {
      return Response.json({ items: [post('1', 'Do you wrap?'), post('2', 'Wrapped, please?')] })
    }
    if (pathname === '/api/articles/draft') return Response.json({ id: '70' }, { status: 201 })
    for (const verb of ['dismiss', 'reopen'] as const) {
      if (!pathname.endsWith(verb)) continue
      const id = pathname.split('/')[3]
      const state = verb === 'dismiss' ? 'dismissed' : 'open'
      gaps = gaps.map((each) => (each.id === id ? { ...each, state } : each))
      return Response.json({ ...gap, id, state })
    }
    return Response.json({ items: before, learned_at: learned })
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
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  render(
    <QueryClientProvider client={cache}>
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
  expect(within(card).getByText('ribbon · bow')).toBeInTheDocument()
  expect(screen.getByTestId('open-gaps')).toHaveTextContent('1')
  await userEvent.click(within(card).getByRole('button', { name: 'Show all 6 posts' }))
  expect(await within(card).findByText('Wrapped, please?')).toBeInTheDocument()
  // Two of six came.
  expect(within(card).getByText(/hidden or gone/)).toBeInTheDocument()
})

test('of very many posts no more are promised than are kept', async () => {
  gaps = [{ ...gap, posts: 431 } as typeof gap]
  await draw()
  const more = await screen.findByRole('button', { name: /^Show/ })
  expect(more).toHaveTextContent('Show the 200 most telling posts')
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

function holding(path: string): () => void {
  let go = () => {}
  const until = new Promise<void>((done) => {
    go = done
  })
  hold = { path, until }
  return go
}

test('the focus goes to the next when one goes, and to one that comes back', async () => {
  gaps = ['3', '4', '5'].map((id) => ({ ...gap, id, name: `Gap ${id}` }))
  await draw()
  await screen.findAllByTestId('gap')
  const card = (id: string) => screen.getByRole('listitem', { name: `Gap ${id}` })
  const press = (id: string, name: string) => {
    within(card(id)).getByRole('button', { name }).focus()
    return userEvent.keyboard('{Enter}')
  }
  await press('4', 'Not for an article')
  expect(card('5')).toHaveFocus()
  await press('5', 'Not for an article')
  expect(card('3')).toHaveFocus()
  undo.run()
  await waitFor(() => expect(card('5')).toHaveFocus())
  await userEvent.keyboard('k')
  expect(card('3')).toHaveFocus()
  await press('3', 'Not for an article')
  await press('5', 'Not for an article')
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()

  await userEvent.click(screen.getByRole('button', { name: '3 that are written or put aside' }))
  await press('3', 'Bring it back')
  expect(card('4')).toHaveFocus()
  await press('4', 'Bring it back')
  await press('5', 'Bring it back')
  expect(screen.getByRole('heading', { level: 1 })).toHaveFocus()
})

test('the way back waits for the way there', async () => {
  await draw()
  const go = holding('/api/gaps/3/dismiss')
  await userEvent.click(await screen.findByRole('button', { name: 'Not for an article' }))
  act(() => undo.run())
  expect(await screen.findByTestId('gap')).toHaveTextContent('Gift wrapping')
  await act(() => new Promise((done) => setTimeout(done, 30)))
  expect(asked).toEqual(['/api/gaps/3/dismiss'])
  go()
  await waitFor(() => expect(asked).toEqual(['/api/gaps/3/dismiss', '/api/gaps/3/reopen']))
  await waitFor(() => expect(cache.isMutating()).toBe(0))
  expect(screen.getByTestId('gap')).toHaveTextContent('Gift wrapping')
})

test('what is refused is shown again, and there is no way back from it', async () => {
  await draw()
  const go = holding('/api/gaps/3/dismiss')
  const button = await screen.findByRole('button', { name: 'Not for an article' })
  status = 409
  await userEvent.click(button)
  expect(screen.queryByTestId('gap')).toBeNull()
  act(() => undo.run())
  go()
  await waitFor(() => expect(closeToast).toHaveBeenCalledWith('the way back'))
  await waitFor(() => expect(cache.isMutating()).toBe(0))
  expect(asked).toEqual(['/api/gaps/3/dismiss'])
  expect(sayFailure).toHaveBeenCalledOnce()
  expect(screen.getByTestId('gap')).toHaveTextContent('Gift wrapping')
})

test('a list that was asked for before does not bring it back', async () => {
  await draw()
  const button = await screen.findByRole('button', { name: 'Not for an article' })
  const go = holding('/api/gaps')
  const old = cache.invalidateQueries({ queryKey: gapsQuery.queryKey })
  await waitFor(() => expect(cache.isFetching()).toBe(1))
  hold = { path: '/api/gaps/3/dismiss', until: new Promise(() => {}) }
  await userEvent.click(button)
  go()
  await act(() => old)
  await act(() => new Promise((done) => setTimeout(done, 30)))
  expect(screen.queryByTestId('gap')).toBeNull()
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
  expect(screen.getByText(/^As soon as what people said so far is read/)).toBeInTheDocument()
})

test('what cannot be read is tried again', async () => {
  status = 500
  await draw()
  const again = await screen.findByRole('button', { name: 'Try again' })
  status = 200
  await userEvent.click(again)
  expect(await screen.findByTestId('gap')).toBeInTheDocument()
})

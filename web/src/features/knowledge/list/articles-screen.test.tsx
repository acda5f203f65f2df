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
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ArticlesScreen } from './articles-screen'

Element.prototype.scrollIntoView = () => {}
vi.mock('@/api/session', async (original) => ({
  ...(await original<object>()),
  useMayWrite: () => true,
}))

const row = {
  ...{ id: '7', kind: 'article', status: 'published', language: 'en', category_id: null },
  ...{ slug: 'parcels', title: 'Parcels', url: '', medium: '', owner_id: null, review_at: null },
  ...{ link: '', uses: 0, changed_at: '2026-11-26T12:00:00Z', version: 1 },
}

// Lets the list of all articles come.
let go: () => void
beforeEach(() => {
  const held = new Promise<void>((done) => {
    go = done
  })
  vi.stubGlobal('fetch', async (url: string) => {
    const { pathname, searchParams } = new URL(url, 'http://x')
    if (pathname !== '/api/articles') return Response.json({ items: [] })
    const items = searchParams.has('q') ? [] : [row]
    if (!searchParams.has('q')) await held
    return Response.json({ items, next_cursor: null, to_review: 0 })
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a search that found nothing is cleared, and its field stays', async () => {
  const root = createRootRoute()
  const knowledge = createRoute({
    getParentRoute: () => root,
    path: '/knowledge',
    component: ArticlesScreen,
  })
  const router = createRouter({
    routeTree: root.addChildren([knowledge]),
    history: createMemoryHistory({ initialEntries: ['/knowledge?q=zebra'] }),
  })
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <RouterProvider router={router as never} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  const field = await screen.findByRole('searchbox')
  await userEvent.clear(field)
  await waitFor(() => expect(router.state.location.search).not.toHaveProperty('q', 'zebra'))
  expect(field).toBeInTheDocument()
  expect(field).toHaveFocus()
  go()
  await screen.findByTestId('articles')
  expect(field).toBeInTheDocument()
})

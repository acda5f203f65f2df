// @vitest-environment jsdom

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { ConversationRow } from '@/api/types'
import ResolveDialog from './resolve-dialog'

const navigate = vi.fn()
const resolve = vi.fn()
vi.mock('@tanstack/react-router', async (original) => ({
  ...(await original<object>()),
  useNavigate: () => navigate,
}))
vi.mock('../verbs/use-verbs', () => ({ useVerbs: () => ({ resolve }) }))

let asked: string[]
beforeEach(() => {
  asked = []
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    if (method === 'POST') asked.push(`${url} ${body}`)
    return Response.json(method === 'POST' ? { id: '70' } : { items: [] })
  })
})
afterEach(() => vi.unstubAllGlobals())

const close = vi.fn()
const row = (in_public: ConversationRow['in_public']) => ({ id: '4', in_public }) as ConversationRow
const draw = async (...rows: ConversationRow[]) => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <ResolveDialog rows={rows} onClose={close} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  await screen.findByLabelText('What was done')
}

test('an article is begun from a thread that we answered, and nothing is resolved by that', async () => {
  await draw(row('answered'))
  await userEvent.click(screen.getByTestId('draft-article'))
  await waitFor(() => expect(navigate).toHaveBeenCalled())
  expect(navigate.mock.lastCall?.[0]).toMatchObject({ params: { articleId: '70' } })
  expect(asked).toEqual(['/api/articles/draft {"conversation_ids":["4"]}'])
  expect(close).toHaveBeenCalled()
  expect(resolve).not.toHaveBeenCalled()
})

test('without an answer of ours there is nothing to draft from', async () => {
  await draw(row('no'))
  expect(screen.queryByTestId('draft-article')).toBeNull()
})

test('many have no article in common', async () => {
  await draw(row('answered'), row('answered'))
  expect(screen.queryByTestId('draft-article')).toBeNull()
})

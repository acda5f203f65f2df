// @vitest-environment jsdom

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import {
  type InfiniteData,
  QueryClient,
  QueryClientProvider,
  useQuery,
} from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { threadQuery } from '@/api/conversations/queries'
import { sessionQuery } from '@/api/session'
import type { Page, Permission, Post, Session } from '@/api/types'
import { post, reading } from '@/testing/samples'
import { closeToast, offerUndo, sayFailure } from '@/ui/toast'
import { ReadingLine } from '../thread/reading-line'
import { corrected } from './corrected'

vi.mock('@/ui/toast', () => ({
  offerUndo: vi.fn(() => 'toast'),
  sayFailure: vi.fn(),
  closeToast: vi.fn(),
}))

type Thread = InfiniteData<Page<Post>>
let asked: { key: string; body: unknown }[]
let refuse: boolean
// Answers that wait to be given; null: each is given at once.
let held: (() => void)[] | null
const reasons = ['delivery', 'billing'].map((key) => ({
  key,
  name: key === 'delivery' ? 'Delivery' : 'Price or billing',
  builtin: true,
  merged_into: null,
}))
const own = { key: 'own-1', name: 'Broken lids', builtin: false, merged_into: null }

beforeEach(() => {
  asked = []
  refuse = false
  held = null
  vi.clearAllMocks()
  vi.stubGlobal('fetch', async (path: string, { method, body }: RequestInit) => {
    const key = `${method} ${path}`
    asked.push({ key, body: body && JSON.parse(String(body)) })
    if (key === 'GET /api/reasons') return Response.json({ items: reasons })
    if (key === 'POST /api/reasons') return Response.json(own, { status: 201 })
    if (held) await new Promise<void>((give) => held?.push(give))
    if (refuse) {
      return Response.json(
        { kind: 'unavailable', detail: 'Posts are not read here.' },
        { status: 503 },
      )
    }
    if (method === 'DELETE') return Response.json(reading())
    const named = [...reasons, own]
    const nameOf = (one: string) => named.find((reason) => reason.key === one)?.name ?? one
    return Response.json(corrected(reading(), JSON.parse(String(body)), nameOf))
  })
})
afterEach(() => vi.unstubAllGlobals())

const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
const { queryKey } = threadQuery('1')

function Line() {
  const { data } = useQuery<Thread>({ queryKey, enabled: false })
  const [shown, setShown] = useState<string | null>(null)
  const it = data?.pages[0]?.items[0]?.reading
  if (!it) return null
  return (
    <ReadingLine
      reading={it}
      post="11"
      conversation="1"
      shown={shown}
      onShow={(key) => setShown(key)}
    />
  )
}

function draw(permissions: Permission[] = ['read', 'answer'], it = reading()) {
  const cache = new QueryClient()
  cache.setQueryData(sessionQuery.queryKey, { permissions } as Session)
  cache.setQueryData<Thread>(queryKey, {
    pages: [{ items: [post('11', null, { reading: it })], next_cursor: null }],
    pageParams: [null],
  })
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <Line />
      </MantineProvider>
    </QueryClientProvider>,
  )
  return cache
}

const press = (name: string) => user.click(screen.getByRole('button', { name }))
const box = () => screen.findByRole('dialog', { name: 'How this should be read' })
const sent = () => asked.filter(({ key }) => key.includes('/reading'))

test('one press on a word and one on what is right: it shows, is sent, and can be taken back', async () => {
  draw()
  await press('Bad')
  await user.click(within(await box()).getByRole('button', { name: 'Good' }))
  expect(screen.getByRole('button', { name: /^Good/ }).textContent).toContain('you said')
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(() =>
    expect(sent()).toEqual([{ key: 'PUT /api/posts/11/reading', body: { sentiment: 'positive' } }]),
  )
  const [, undo] = vi.mocked(offerUndo).mock.calls[0] ?? []
  undo?.()
  await screen.findByRole('button', { name: 'Bad' })
  await waitFor(() =>
    expect(sent().at(-1)?.key).toBe('DELETE /api/posts/11/reading?part=sentiment'),
  )
})

test('of what was said before nothing is touched when the last word is taken back', async () => {
  const it = reading({
    corrected: ['sentiment'],
    sentiment: { label: 'neutral', score: 0, p: [0, 1, 0], evidence: [] },
  })
  draw(undefined, it)
  await press('Complaint')
  await user.click(within(await box()).getByRole('checkbox', { name: 'Question' }))
  const [, undo] = vi.mocked(offerUndo).mock.calls[0] ?? []
  undo?.()
  await waitFor(() =>
    expect(sent().slice(1)).toEqual([
      { key: 'DELETE /api/posts/11/reading?part=intents', body: undefined },
    ]),
  )
})

test('what was said of the same part before is said again', async () => {
  const it = reading({ corrected: ['intents'] })
  draw(undefined, it)
  await press('Complaintyou said')
  await user.click(within(await box()).getByRole('checkbox', { name: 'Question' }))
  const [, undo] = vi.mocked(offerUndo).mock.calls[0] ?? []
  undo?.()
  await waitFor(() =>
    expect(sent().slice(1)).toEqual([
      {
        key: 'PUT /api/posts/11/reading',
        body: { intents: it.intents.map(({ label }) => label) },
      },
    ]),
  )
})

test('several ticks are several words of one go, and the box stays for the next', async () => {
  draw()
  await press('Complaint')
  const inside = within(await box())
  await user.click(inside.getByRole('checkbox', { name: 'Complaint' }))
  await user.click(inside.getByRole('checkbox', { name: 'Request' }))
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(sent().map(({ body }) => body)).toEqual([{ intents: [] }, { intents: ['request'] }])
  expect(vi.mocked(closeToast)).toHaveBeenCalledTimes(1)
})

test('the thread is read again once the last of several words is said, and not before', async () => {
  held = []
  const cache = draw()
  const isAsked = () => cache.getQueryState(queryKey)?.isInvalidated
  await press('Complaint')
  const inside = within(await box())
  await user.click(inside.getByRole('checkbox', { name: 'Complaint' }))
  await user.click(inside.getByRole('checkbox', { name: 'Request' }))
  held.pop()?.()
  await waitFor(() => expect(sent()).toHaveLength(2))
  expect(isAsked()).toBe(false)
  await waitFor(() => expect(held).toHaveLength(1))
  held.pop()?.()
  await waitFor(() => expect(isAsked()).toBe(true))
})

test('what the server refuses is put back, and it is said why', async () => {
  refuse = true
  draw()
  await press('Bad')
  await user.click(within(await box()).getByRole('button', { name: 'Good' }))
  await waitFor(() => expect(sayFailure).toHaveBeenCalled())
  expect(screen.getByRole('button', { name: 'Bad' })).toBeTruthy()
  expect(vi.mocked(sayFailure).mock.calls[0]?.[0]).toMatchObject({
    detail: 'Posts are not read here.',
  })
  expect(closeToast).toHaveBeenCalledWith('toast')
})

test('a reason of their own is added and holds at once', async () => {
  draw()
  await press('Delivery')
  await user.type(await screen.findByLabelText('Name of a new reason'), 'Broken lids{Enter}')
  await screen.findByRole('button', { name: /Broken lids/ })
  await waitFor(() => expect(sent()[0]?.body).toEqual({ reasons: ['delivery', 'own-1'] }))
})

test('one that is there already is the one that is meant', async () => {
  draw()
  await press('Delivery')
  await user.type(await screen.findByLabelText('Name of a new reason'), 'price OR billing{Enter}')
  await waitFor(() => expect(sent()[0]?.body).toEqual({ reasons: ['delivery', 'billing'] }))
  expect(asked.some(({ key }) => key === 'POST /api/reasons')).toBe(false)
})

test('whoever may not answer sees the words, and corrects nothing', async () => {
  draw(['read'])
  await press('Bad')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Not right? Correct it' })).toBeNull()
})

// @vitest-environment jsdom

import '@/i18n'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { cardQuery } from '@/api/cards'
import { conversationQuery } from '@/api/conversations/queries'
import { conversation, post } from '@/testing/samples'
import { useReply } from './use-reply'
import { useSendReply } from './use-send-reply'

vi.mock('@/ui/toast', () => ({ offerUndo: vi.fn(), sayFailure: vi.fn() }))
vi.mock('@/api/session', async (original) => ({
  ...(await original<object>()),
  useMe: () => ({ id: '9', name: 'Mia' }),
}))

type Answer = (body: object, status?: number) => void
let asked: { method: string; path: string; body: Record<string, unknown> }[]
let answer: Answer
beforeEach(() => {
  asked = []
  localStorage.clear()
  vi.stubGlobal('fetch', (path: string, { method, body }: RequestInit) => {
    asked.push({ method: method ?? '', path, body: JSON.parse(String(body ?? '{}')) })
    return new Promise((resolve, reject) => {
      answer = (json, status = 202) =>
        status === 0
          ? reject(new TypeError('cut'))
          : resolve(new Response(JSON.stringify(json), { status }))
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = conversation({ id: '1', answer_to: '11' })
const posts = [post('11')]
const cup = { attachment_id: '90', url: '/api/attachments/90', alt: '' }
const taken = (text: string, state = 'queued', media: object[] = []) => ({
  id: '50',
  kind: 'reply',
  state,
  conversation_id: '1',
  post_id: '11',
  channel_id: '7',
  account_id: null,
  text,
  media,
  langs: [],
  card_url: null,
  card: null,
  by: { id: '9', name: 'Mia' },
  created_at: '2026-11-23T10:00:00.000000Z',
  not_before: '2026-11-23T10:00:08.000000Z',
  attempts: 0,
  error: null,
  result_post_id: null,
})

function draw(link: string | null = null, cache = new QueryClient()) {
  cache.setQueryData(conversationQuery('1').queryKey, open)
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={cache}>{children}</QueryClientProvider>
  )
  return renderHook(
    () => {
      const reply = useReply(open, posts)
      return { reply, sending: useSendReply(open, posts, reply, link, '7') }
    },
    { wrapper },
  )
}

const sends = () => asked.filter(({ method }) => method === 'POST')
const saves = () => asked.filter(({ method }) => method === 'PUT')

test('words typed while a reply travels stay in the box, the sent ones leave it', async () => {
  const { result } = draw()
  act(() => result.current.reply.write('Hello'))
  act(() => result.current.sending.send())
  await waitFor(() => expect(sends()).toHaveLength(1))
  act(() => result.current.reply.write('Hello and welcome'))
  await act(async () => answer(taken('Hello')))
  await waitFor(() => expect(result.current.reply.text).toBe('and welcome'))
})

test('moving on while a reply travels leaves no draft of it behind', async () => {
  const { result, unmount } = draw()
  act(() => result.current.reply.write('Hello'))
  act(() => result.current.sending.send())
  await waitFor(() => expect(sends()).toHaveLength(1))
  unmount()
  expect(saves()).toHaveLength(0)
  answer(taken('Hello'))
  await waitFor(() => expect(localStorage).toHaveLength(0))
})

test('a reply whose answer was lost goes out under the same key after a reload', async () => {
  const before = draw()
  act(() => before.result.current.reply.write('Hello'))
  act(() => before.result.current.sending.send())
  await waitFor(() => expect(sends()).toHaveLength(1))
  await act(async () => answer({}, 0))
  before.unmount()

  const { result } = draw()
  expect(result.current.reply.text).toBe('Hello')
  act(() => result.current.sending.send())
  await waitFor(() => expect(sends()).toHaveLength(2))
  expect(sends()[1]?.body.client_key).toBe(sends()[0]?.body.client_key)

  // The first one had been taken back meanwhile, so these words need a key of their own.
  await act(async () => answer(taken('Hello', 'undone'), 200))
  await waitFor(() => expect(sends()).toHaveLength(3))
  expect(sends()[2]?.body.client_key).not.toBe(sends()[0]?.body.client_key)
  await act(async () => answer(taken('Hello')))
  await waitFor(() => expect(result.current.reply.text).toBe(''))
})

test('a picture without words is asked about once, and may go out all the same', async () => {
  const { result } = draw()
  act(() => result.current.reply.change(() => ({ media: [cup], text: 'Look' })))
  act(() => result.current.sending.send())
  expect(result.current.sending.askAlt).toBe(true)
  expect(sends()).toHaveLength(0)
  act(() => result.current.sending.send())
  await waitFor(() => expect(sends()).toHaveLength(1))
  expect(sends()[0]?.body.media).toEqual([{ attachment_id: '90', alt: '' }])
  expect(result.current.sending.askAlt).toBe(false)
  await act(async () => answer(taken('Look', 'queued', [cup])))
  await waitFor(() => expect(result.current.reply.media).toEqual([]))
})

test('a described picture needs no question and no words beside it', async () => {
  const { result } = draw()
  act(() => result.current.reply.change(() => ({ media: [{ ...cup, alt: 'A red cup' }] })))
  act(() => result.current.sending.send())
  await waitFor(() => expect(sends()).toHaveLength(1))
  expect(sends()[0]?.body).toMatchObject({
    text: '',
    media: [{ attachment_id: '90', alt: 'A red cup' }],
    channel_id: null,
  })
})

test('a picture added while a reply travels stays in the box', async () => {
  const { result } = draw()
  const tea = { attachment_id: '91', url: '/api/attachments/91', alt: 'Tea' }
  act(() => result.current.reply.change(() => ({ media: [{ ...cup, alt: 'A cup' }], text: 'Hi' })))
  act(() => result.current.sending.send())
  await waitFor(() => expect(sends()).toHaveLength(1))
  act(() => result.current.reply.change(({ media = [] }) => ({ media: [...media, tea] })))
  await act(async () => answer(taken('Hi', 'queued', [{ ...cup, alt: 'A cup' }])))
  await waitFor(() => expect(result.current.reply.media).toEqual([tea]))
  expect(result.current.reply.text).toBe('')
})

test('a reply that came back brings its pictures, its account and its language', () => {
  const { result } = draw()
  const undone = { ...taken('Look', 'undone', [cup]), channel_id: '8', langs: ['pt'] }
  act(() => result.current.reply.putBack(undone as never))
  expect(result.current.reply.draft).toMatchObject({
    text: 'Look',
    media: [cup],
    channel_id: '8',
    langs: ['pt'],
  })
})

test('a link goes out with the card that was shown, or by its address alone', async () => {
  const page = 'https://northwind.example/beans'
  const cache = new QueryClient()
  cache.setQueryData(cardQuery('7', page).queryKey, {
    url: page,
    title: 'Our beans',
    description: 'Where they grow',
    thumb: {
      id: '91',
      url: '/api/attachments/91',
      mime: 'image/png',
      width: 3,
      height: 2,
      size: 9,
    },
  })
  const sent = async (link: string, known: QueryClient) => {
    asked = []
    const { result } = draw(link, known)
    act(() => result.current.reply.write(`Read ${link}`))
    act(() => result.current.sending.send())
    await waitFor(() => expect(sends()).toHaveLength(1))
    return sends()[0]?.body
  }
  expect(await sent(page, cache)).toMatchObject({
    card_url: page,
    card: { title: 'Our beans', description: 'Where they grow', attachment_id: '91' },
  })
  const unseen = await sent('https://elsewhere.example', new QueryClient())
  expect(unseen).toMatchObject({ card_url: 'https://elsewhere.example' })
  expect(unseen).not.toHaveProperty('card')
})

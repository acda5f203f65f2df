// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/settings'
import '@/i18n/voice'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { voiceQuery } from '@/api/coaching'
import { sessionQuery } from '@/api/session'
import type { CoachLine, CoachRule, Permission, Session, Voice, VoiceBody } from '@/api/types'
import { VoicePage } from './voice-page'

const voice: Voice = {
  warmth: 'even',
  formality: 'even',
  emoji: 'many',
  humour: 'some',
  signature: '',
  avoid: ['as per'],
  love: [],
  names: [],
  allowed_promises: ['refund', 'free repair'],
  require_clean: false,
  changed_by: null,
  changed_at: null,
}
const rules: CoachRule[] = [
  { rule: 'unanswered', setting: 'usual', usual: 'fix', praises: false },
  { rule: 'name', setting: 'usual', usual: 'fix', praises: true },
  { rule: 'invites', setting: 'usual', usual: 'nice', praises: true },
]

let saved: VoiceBody[]
let asked: CoachLine[]
let changed: unknown[]
let refuse: { path: string; problem: object } | null
// The server does not answer a read any more.
let isDown: boolean
// An answer to a save waits for this.
let hold: Promise<void> | null
let cache: QueryClient
beforeEach(() => {
  saved = []
  asked = []
  changed = []
  refuse = hold = null
  isDown = false
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    const path = new URL(url, 'http://x').pathname
    if (isDown && method === 'GET') return Response.json({ detail: 'No.' }, { status: 500 })
    const said = body ? JSON.parse(String(body)) : null
    if (refuse && path === refuse.path && method === 'PUT') {
      return Response.json(refuse.problem, { status: 400 })
    }
    if (path === '/api/coach') {
      asked.push(said)
      return Response.json({
        points: [{ kind: 'question', post_span: [0, 5], answered: false, draft_spans: [] }],
        findings: [
          {
            rule: 'unanswered',
            severity: 'fix',
            draft_spans: [[0, 4]],
            post_spans: [],
            why: 'Nothing answers this.',
            next: 'Say when.',
          },
        ],
      })
    }
    if (path === '/api/coach/rules') {
      if (method === 'PUT') changed.push(said)
      return Response.json({ rules })
    }
    if (method === 'PUT') saved.push(said)
    if (method === 'PUT') await hold
    return Response.json({ ...voice, ...said, changed_by: 'Olga' })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function draw(permissions: Permission[] = ['manage_workspace']) {
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  cache.setQueryData(sessionQuery.queryKey, { permissions } as Session)
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <VoicePage />
      </MantineProvider>
    </QueryClientProvider>,
  )
  await screen.findByTestId('coach-rules')
}

test('a voice is said, tried before it is saved, and saved whole', async () => {
  await draw()
  const user = userEvent.setup()
  await user.click(screen.getByLabelText('Brisk'))
  expect(screen.getByText(/two sentences that say little/)).toBeTruthy()
  await user.type(screen.getByLabelText('Words to avoid'), 'kindly{Enter}basically,')
  await user.click(screen.getByRole('button', { name: 'Remove free repair' }))
  await user.click(screen.getByLabelText('A date'))
  await waitFor(() => {
    const last = asked.at(-1)?.voice
    expect(last?.warmth).toBe('brisk')
    expect(last?.avoid).toEqual(['as per', 'kindly', 'basically'])
    expect(last?.may_promise).toEqual(['refund', 'date'])
  })
  expect(saved).toEqual([])
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(saved).toHaveLength(1))
  const { changed_by: _by, changed_at: _at, ...body } = voice
  expect(saved[0]).toEqual({
    ...body,
    warmth: 'brisk',
    avoid: ['as per', 'kindly', 'basically'],
    allowed_promises: ['refund', 'date'],
  })
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull())
})

test('a word stands once in its list, whatever its case', async () => {
  await draw()
  const field = screen.getByLabelText('Words to avoid')
  await userEvent.type(field, 'AS PER{Enter}')
  expect(screen.getByText('It is in the list already.')).toBeTruthy()
  await userEvent.type(field, ' usual,{Backspace}')
  expect(screen.getByText('as per')).toBeTruthy()
  expect((field as HTMLInputElement).value).toBe('AS PER usual')
})

test('what is discarded is as it was', async () => {
  await draw()
  const user = userEvent.setup()
  await user.click(screen.getByRole('button', { name: 'Remove as per' }))
  expect(screen.queryByText('as per')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(screen.getByText('as per')).toBeTruthy()
})

test('what was typed stays when the voice is read again, and when it cannot be', async () => {
  await draw()
  await userEvent.type(screen.getByLabelText('Words to avoid'), 'kindly{Enter}')
  const readAgain = () => act(() => cache.invalidateQueries({ queryKey: ['voice'] }))
  await readAgain()
  expect(screen.getByText('kindly')).toBeTruthy()
  isDown = true
  await readAgain()
  expect(screen.getByText('kindly')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy()
})

test('what is typed while it is being saved is not saved yet, and stays', async () => {
  let go = () => {}
  hold = new Promise((done) => {
    go = done
  })
  await draw()
  const user = userEvent.setup()
  await user.click(screen.getByLabelText('Brisk'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await user.type(screen.getByLabelText('Words to avoid'), 'kindly{Enter}')
  go()
  await waitFor(() => expect(cache.getQueryData(voiceQuery.queryKey)?.warmth).toBe('brisk'))
  expect(screen.getByText('kindly')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Discard' })).toBeTruthy()
})

test('a refusal stands beside its field, and what was typed stays', async () => {
  refuse = {
    path: '/api/voice',
    problem: { detail: 'It is among the words to avoid, too.', field: 'love', kind: 'invalid' },
  }
  await draw()
  const user = userEvent.setup()
  await user.type(screen.getByLabelText('Words you love'), 'as per{Enter}')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('It is among the words to avoid, too.')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Save' })).toBeTruthy()
})

test('a rule is turned down at once', async () => {
  await draw()
  const choice = screen.getByLabelText('What becomes of Open questions')
  expect(within(choice).getByText('Usual: must fix')).toBeTruthy()
  expect(within(choice).queryByText('Only praise')).toBeNull()
  await userEvent.selectOptions(choice, 'consider')
  await waitFor(() =>
    expect(changed).toEqual([{ rules: [{ rule: 'unanswered', setting: 'consider' }] }]),
  )
  expect(
    within(screen.getByLabelText('What becomes of An open door')).getAllByRole('option'),
  ).toHaveLength(2)
})

test('the findings of the example are shown with their words', async () => {
  await draw([])
  expect(await screen.findByText(/Nothing answers this\. Say when\./)).toBeTruthy()
  expect(screen.getByText(/Open questions · “Unfo”/)).toBeTruthy()
})

test('whoever may not change it reads it', async () => {
  await draw(['read'])
  expect(screen.getByText(/Owners and admins can change this/)).toBeTruthy()
  expect(screen.getByText('as per')).toBeTruthy()
  expect(screen.queryByLabelText('Brisk')).toBeNull()
  expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull()
  expect(screen.queryByRole('combobox')).toBeNull()
})

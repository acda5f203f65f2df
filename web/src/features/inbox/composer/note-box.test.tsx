// @vitest-environment jsdom

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { conversationQuery } from '@/api/conversations/queries'
import { membersQuery } from '@/api/members'
import type { Member } from '@/api/types'
import { conversation } from '@/testing/samples'
import { sayFailure } from '@/ui/toast'
import { NoteBox } from './note-box'

vi.mock('@/ui/toast', () => ({ sayFailure: vi.fn() }))
vi.mock('@/api/session', async (original) => ({
  ...(await original<object>()),
  useMe: () => ({ id: '9', name: 'Mia' }),
}))

let answer: (status: number) => void
beforeEach(() => {
  localStorage.clear()
  vi.mocked(sayFailure).mockClear()
  // What a field that grows with its text asks of a browser.
  const silent = { addEventListener: () => {}, removeEventListener: () => {} }
  Object.defineProperty(document, 'fonts', { value: silent, configurable: true })
  vi.stubGlobal('fetch', () => {
    const note = { id: '70', by: { id: '9', name: 'Mia' }, text: 'Call her', created_at: '' }
    return new Promise((resolve) => {
      answer = (status) => resolve(new Response(JSON.stringify(note), { status }))
    })
  })
})
afterEach(() => vi.unstubAllGlobals())

const choose = vi.fn()

function draw(members: Member[] = []) {
  const cache = new QueryClient()
  const { queryKey } = conversationQuery('1')
  cache.setQueryData(queryKey, conversation({ id: '1' }))
  cache.setQueryData(membersQuery.queryKey, { items: members })
  const { unmount } = render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <NoteBox conversation="1" isShown field={{ current: null }} choose={choose} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  return { unmount, notes: () => cache.getQueryData(queryKey)?.notes.map((note) => note.id) }
}

const field = () => screen.getByTestId('note') as HTMLTextAreaElement

async function write(text: string) {
  await userEvent.type(field(), text)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
}

test('a note that failed after moving on is still there, and its writer is told', async () => {
  const { unmount, notes } = draw()
  await write('Call her')
  await waitFor(() => expect(notes()).toHaveLength(1))
  unmount()
  answer(500)
  await waitFor(() => expect(sayFailure).toHaveBeenCalledTimes(1))
  expect(notes()).toHaveLength(0)
  draw()
  expect(field().value).toBe('Call her')
})

test('a note that was added after moving on is not kept', async () => {
  const { unmount, notes } = draw()
  await write('Call her')
  await waitFor(() => expect(notes()).toHaveLength(1))
  unmount()
  answer(201)
  await waitFor(() => expect(notes()).toEqual(['70']))
  draw()
  expect(field().value).toBe('')
})

test('words typed while a note is being added stay', async () => {
  const { notes } = draw()
  await write('Call her')
  await waitFor(() => expect(notes()).toHaveLength(1))
  await userEvent.type(field(), ' and Jonas')
  await act(async () => answer(201))
  await waitFor(() => expect(field().value).toBe('and Jonas'))
})

test('what is typed right after a chosen name stands behind it', async () => {
  draw([{ id: '8', name: 'Ben Baker', email: 'ben@x.test', role: 'agent', me: false }])
  await userEvent.type(field(), 'Look,  please')
  await userEvent.type(field(), '@be', { initialSelectionStart: 6, initialSelectionEnd: 6 })
  expect(screen.getByTestId('naming').textContent).toContain('Ben Baker')
  // No frame passes between the choice and the next letter.
  fireEvent.keyDown(field(), { key: 'Enter' })
  expect(field().value).toBe('Look, @Ben Baker please')
  expect(field().selectionStart).toBe('Look, @Ben Baker '.length)
})

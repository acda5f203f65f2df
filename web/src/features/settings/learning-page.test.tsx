// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/settings'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sessionQuery } from '@/api/session'
import type { Learning, Permission, Session } from '@/api/types'
import { LearningPage } from './learning-page'

const learned: Learning = {
  reading: true,
  on: true,
  active: true,
  corrections: 34,
  fresh: 4,
  learns_at: 10,
  trained_at: '2026-11-23T10:00:00.000000Z',
  examples: 30,
  before: 0.781,
  after: 0.844,
}

let now: Learning
let switched: unknown[]
beforeEach(() => {
  switched = []
  vi.stubGlobal('fetch', async (_: string, { method, body }: RequestInit) => {
    if (method === 'POST') {
      const said = JSON.parse(String(body))
      switched.push(said)
      now = { ...now, ...said, active: said.on }
    }
    return Response.json(now)
  })
})
afterEach(() => vi.unstubAllGlobals())

async function draw(learning: Partial<Learning>, permissions: Permission[] = ['manage_channels']) {
  now = { ...learned, ...learning }
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  cache.setQueryData(sessionQuery.queryKey, { permissions } as Session)
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <LearningPage />
      </MantineProvider>
    </QueryClientProvider>,
  )
  await waitFor(() => expect(screen.queryByRole('status')).toBeNull())
}

test('says from how much it learned, and how often it was right before and after', async () => {
  await draw({})
  expect(screen.getByText(/You made 34 corrections\. It learned .* from 30 posts/)).toBeTruthy()
  expect(screen.getByText(/learns again after 6 more corrections/)).toBeTruthy()
  expect(screen.getByText('78.1 %')).toBeTruthy()
  expect(screen.getByText('84.4 %')).toBeTruthy()
  expect(screen.getByText('In use')).toBeTruthy()
})

const fresh = { trained_at: null, before: null, after: null, active: false, examples: 0 }

test('before it learned anything it says what to do, and what is missing', async () => {
  await draw({ ...fresh, corrections: 0, fresh: 0 })
  expect(screen.getByText(/Nobody has corrected a post yet/)).toBeTruthy()
  expect(screen.queryByText(/%/)).toBeNull()
})

test('the first corrections count towards the first time', async () => {
  await draw({ ...fresh, corrections: 9, fresh: 9 })
  expect(screen.getByText(/One more, and it learns for the first time/)).toBeTruthy()
  expect(screen.getByText('Not used yet')).toBeTruthy()
})

test('what reads no better is told to be not used', async () => {
  await draw({ active: false, after: 0.77 })
  expect(screen.getByText('Not used: it did not help')).toBeTruthy()
})

test('where nothing could be learned there is no share', async () => {
  await draw({ active: false, examples: 0, before: null, after: null })
  expect(screen.getByText(/Nothing could be learned from them yet/)).toBeTruthy()
  expect(screen.getByText('Not used yet')).toBeTruthy()
  expect(screen.queryByText(/%/)).toBeNull()
})

test('is switched off and on', async () => {
  await draw({})
  const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 })
  await user.click(screen.getByRole('button', { name: 'Switch off' }))
  await screen.findByText('Switched off')
  await user.click(screen.getByRole('button', { name: 'Switch on' }))
  await screen.findByText('In use')
  expect(switched).toEqual([{ on: false }, { on: true }])
})

test('whoever may not switch it reads who may', async () => {
  await draw({}, ['read', 'answer'])
  expect(screen.getByText('Only owners and admins can change this.')).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

test('a server without models says so', async () => {
  await draw({ ...fresh, reading: false })
  expect(screen.getByText(/does not read posts/)).toBeTruthy()
})

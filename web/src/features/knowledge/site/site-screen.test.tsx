// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/knowledge'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sessionQuery } from '@/api/session'
import type { Session } from '@/api/types'
import { SiteScreen } from './site-screen'

vi.mock('../shared/frame', () => ({ Frame: ({ children }: React.PropsWithChildren) => children }))
vi.mock('@/ui/toast', () => ({ say: vi.fn() }))

const site = {
  ...{ enabled: false, slug: 'tea', title: 'Tea', intro: '', accent: '' },
  ...{ url: 'http://x/help/tea', changed_at: null },
}

let saved: object[]
// An answer to a save waits for this.
let hold: Promise<void> | null
let refusal: object | null
let cache: QueryClient
beforeEach(() => {
  saved = []
  hold = refusal = null
  cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  cache.setQueryData(sessionQuery.queryKey, { permissions: ['manage_workspace'] } as Session)
  vi.stubGlobal('fetch', async (_url: string, { method, body }: RequestInit) => {
    if (method !== 'PUT') return Response.json(site)
    if (refusal) return Response.json(refusal, { status: 400 })
    saved.push(JSON.parse(String(body)))
    await hold
    return Response.json({ ...site, ...saved.at(-1) })
  })
})
afterEach(() => vi.unstubAllGlobals())

async function draw() {
  const drawn = render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <SiteScreen />
      </MantineProvider>
    </QueryClientProvider>,
  )
  await screen.findByTestId('site-form')
  return drawn
}
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name)
const saveButton = () => screen.getByRole('button', { name: 'Save' })

test('what is typed while it is being saved is not saved yet, and stays', async () => {
  let go = () => {}
  hold = new Promise((done) => {
    go = done
  })
  await draw()
  const user = userEvent.setup()
  await user.type(field('Title'), ' and coffee ')
  await user.click(saveButton())
  await waitFor(() => expect(saved).toHaveLength(1))
  await user.type(field('A line of welcome'), 'Ask us')
  go()
  await waitFor(() => expect(saveButton()).toBeEnabled())
  expect(saved).toEqual([
    { enabled: false, slug: 'tea', title: 'Tea and coffee', intro: '', accent: '' },
  ])
  expect(field('A line of welcome')).toHaveValue('Ask us')
  // What was saved stands there as it was saved.
  expect(field('Title')).toHaveValue('Tea and coffee')
})

test('what was typed outlives a look at another screen, and can be discarded', async () => {
  const { unmount } = await draw()
  await userEvent.type(field('Title'), ' time')
  unmount()
  await draw()
  expect(field('Title')).toHaveValue('Tea time')
  await userEvent.click(screen.getByRole('button', { name: 'Discard' }))
  expect(field('Title')).toHaveValue('Tea')
  expect(saveButton()).toBeDisabled()
  expect(document.activeElement?.closest('form')).not.toBeNull()
})

test('a refusal stands beside its field, and what was typed stays', async () => {
  refusal = { detail: 'It is taken.', field: 'slug', kind: 'conflict' }
  await draw()
  await userEvent.type(field('Name in the address'), 's')
  await userEvent.click(saveButton())
  expect(await screen.findByText('It is taken.')).toBeInTheDocument()
  expect(field('Name in the address')).toHaveValue('teas')
})

test('a refused welcome says why to whoever cannot see where it stands', async () => {
  refusal = { detail: 'That is too long.', field: 'intro', kind: 'invalid' }
  await draw()
  await userEvent.type(field('A line of welcome'), 'Hello')
  await userEvent.click(saveButton())
  await screen.findByText('That is too long.')
  expect(field('A line of welcome')).toBeInvalid()
  expect(field('A line of welcome')).toHaveAccessibleDescription('That is too long.')
})

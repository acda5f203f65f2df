// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/settings'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { type ReactElement, Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { sessionQuery } from '@/api/session'
import type { Member, Permission, Role } from '@/api/types'
import { offerUndo } from '@/ui/toast'
import InviteDialog from './invite-dialog'
import { MemberRow } from './member-row'

vi.mock('@/ui/toast', () => ({ say: vi.fn(), sayFailure: vi.fn(), offerUndo: vi.fn() }))

let asked: { method: string; path: string; body: unknown }[]
let answers: Record<string, unknown>
beforeEach(() => {
  asked = []
  answers = {}
  vi.mocked(offerUndo).mockClear()
  vi.stubGlobal('fetch', async (path: string, options: RequestInit) => {
    const method = options.method ?? 'GET'
    asked.push({ method, path, body: options.body && JSON.parse(String(options.body)) })
    return Response.json(answers[`${method} ${path}`] ?? { items: [] })
  })
})
afterEach(() => vi.unstubAllGlobals())

const user = userEvent.setup({ delay: null })

const member = (more: Partial<Member> = {}): Member => ({
  id: '7',
  name: 'Arun',
  email: 'arun@brand.example',
  role: 'agent',
  me: false,
  ...more,
})

const may: Record<string, Permission[]> = {
  owner: ['read', 'answer', 'manage_team', 'manage_owners'],
  admin: ['read', 'answer', 'manage_team'],
  agent: ['read', 'answer'],
}

function draw(as: Role, element: ReactElement) {
  const cache = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  cache.setQueryData(sessionQuery.queryKey, {
    state: 'signed_in',
    member: member({ id: '1', name: 'Olga', role: as, me: true }),
    workspace: { id: '5', name: 'Northwind' },
    csrf: 'csrf',
    permissions: may[as] ?? [],
    preferences: { first_look: null },
    demo: false,
    assistant: false,
    version: '1',
  })
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <Suspense>
          <ul>{element}</ul>
        </Suspense>
      </MantineProvider>
    </QueryClientProvider>,
  )
}

const row = (who: Member, isLastOwner = false) => (
  <MemberRow member={who} isLastOwner={isLastOwner} />
)
const choices = () =>
  within(screen.getByRole('combobox', { name: 'Role of Arun' }))
    .getAllByRole('option')
    .map((option) => option.textContent)

test('a role changes at once, with a way back', async () => {
  answers['PUT /api/members/7/role'] = member({ role: 'viewer' })
  draw('owner', row(member()))
  await user.selectOptions(screen.getByRole('combobox'), 'viewer')
  await waitFor(() => expect(offerUndo).toHaveBeenCalled())
  expect(asked[0]).toEqual({
    method: 'PUT',
    path: '/api/members/7/role',
    body: { role: 'viewer' },
  })
  const [words, undo] = vi.mocked(offerUndo).mock.calls[0] ?? []
  expect(words).toBe('Arun is viewer now.')
  undo?.()
  await waitFor(() => expect(asked.filter((each) => each.method === 'PUT')).toHaveLength(2))
  expect(asked.findLast((each) => each.method === 'PUT')?.body).toEqual({ role: 'agent' })
})

test('an admin makes no owners and changes none', () => {
  draw('admin', row(member()))
  expect(choices()).toEqual(['Admin', 'Agent', 'Analyst', 'Viewer'])
})

test('an admin is offered nothing to do with an owner', () => {
  draw('admin', row(member({ role: 'owner' })))
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('an agent only reads who is here', () => {
  draw('agent', row(member()))
  expect(screen.getByText('Arun')).toBeVisible()
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.queryByRole('button')).toBeNull()
})

test('the last owner is told why the role stands', () => {
  draw('owner', row(member({ role: 'owner', me: true }), true))
  expect(screen.queryByRole('combobox')).toBeNull()
  expect(screen.getByText(/only owner/)).toBeVisible()
})

test('removing asks first and says what will happen', async () => {
  draw('owner', row(member()))
  await user.click(screen.getByRole('button', { name: 'Remove Arun' }))
  const dialog = await screen.findByRole('dialog', { name: 'Remove Arun?' })
  expect(dialog).toHaveTextContent(/nobody's/)
  expect(asked).toEqual([])
  await user.click(within(dialog).getByRole('button', { name: 'Remove' }))
  await waitFor(() => expect(asked[0]?.path).toBe('/api/members/7'))
  expect(asked[0]?.method).toBe('DELETE')
})

test('a new address gets a link, behind the #', async () => {
  answers['POST /api/members'] = {
    id: '9',
    email: 'nia@brand.example',
    role: 'agent',
    created_at: '2026-11-23T10:00:00Z',
    expires_at: '2026-11-30T10:00:00Z',
    secret: 's3cret',
  }
  draw('owner', <InviteDialog onClose={() => {}} />)
  await user.type(await screen.findByLabelText('Email'), 'nia@brand.example')
  await user.click(screen.getByRole('button', { name: 'Invite' }))
  expect(await screen.findByText(`${window.location.origin}/join#s3cret`)).toBeVisible()
  expect(asked[0]?.body).toEqual({ email: 'nia@brand.example', role: 'agent' })
})

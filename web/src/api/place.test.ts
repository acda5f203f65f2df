import '@/i18n'
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ApiError, onMovedOn, rememberWorkspace, request } from './http'
import { sessionQuery, signOut } from './session'

let sent: Headers[]
let answer: () => Response
const moved = vi.fn()
beforeEach(() => {
  sent = []
  moved.mockClear()
  onMovedOn(moved)
  rememberWorkspace(null)
  vi.stubGlobal('fetch', async (_: string, options: RequestInit) => {
    sent.push(new Headers(options.headers))
    return answer()
  })
})
afterEach(() => vi.unstubAllGlobals())

const session = (id: string | null) => () =>
  Response.json({
    state: id ? 'signed_in' : 'signed_out',
    member: null,
    workspace: id && { id, name: 'Northwind' },
    csrf: id && `csrf of ${id}`,
    permissions: [],
    demo: false,
    assistant: false,
    version: '1',
  })
const readSession = () => new QueryClient().fetchQuery(sessionQuery)

test('every request says where the page is', async () => {
  answer = session('5')
  await readSession()
  answer = () => Response.json({})
  await request('GET', '/api/counts')
  await request('POST', '/api/tokens', { body: {} })
  expect(sent.map((headers) => headers.get('X-Workspace'))).toEqual([null, '5', '5'])
  expect(moved).not.toHaveBeenCalled()
})

test('an answer that the session is elsewhere leads there', async () => {
  rememberWorkspace('5')
  answer = () => Response.json({ kind: 'elsewhere', detail: 'You went on.' }, { status: 409 })
  await expect(request('GET', '/api/counts')).rejects.toThrow(ApiError)
  expect(moved).toHaveBeenCalledOnce()
  answer = () => Response.json({ kind: 'conflict', detail: 'No.' }, { status: 409 })
  await expect(request('GET', '/api/counts')).rejects.toThrow('No.')
  expect(moved).toHaveBeenCalledOnce()
})

test('a session that names another workspace than the page has is never mixed in', async () => {
  answer = session('5')
  await readSession()
  await readSession()
  expect(moved).not.toHaveBeenCalled()
  answer = session('6')
  await readSession()
  expect(moved).toHaveBeenCalledOnce()
})

test('signing out and in elsewhere is no move', async () => {
  answer = session('5')
  await readSession()
  answer = () => new Response(null, { status: 204 })
  await signOut()
  answer = session('6')
  await readSession()
  expect(moved).not.toHaveBeenCalled()
})

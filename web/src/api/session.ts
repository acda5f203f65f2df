import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { rememberCsrf, request } from './http'
import type { Member, Session } from './types'

async function keep(session: Promise<Session>): Promise<Session> {
  const known = await session
  rememberCsrf(known.csrf)
  return known
}

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: ({ signal }) => keep(request<Session>('GET', '/api/session', { signal })),
  staleTime: Number.POSITIVE_INFINITY,
})

export function signIn(body: { email: string; password: string }): Promise<Session> {
  return keep(request('POST', '/api/session', { body }))
}

export function signOut(): Promise<void> {
  return request('DELETE', '/api/session')
}

export function setUp(body: {
  code: string
  workspace: string
  name: string
  email: string
  password: string
}): Promise<Session> {
  return keep(request('POST', '/api/setup', { body }))
}

// The signed-in member; only for screens behind the door.
export function useMe(): Member {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!data.member) throw new Error('this screen needs a signed-in member')
  return data.member
}

// May this member speak for the brand, sort and note?
export function useMayWrite(): boolean {
  return ['owner', 'admin', 'agent'].includes(useMe().role)
}

export function useMayManage(): boolean {
  return ['owner', 'admin'].includes(useMe().role)
}

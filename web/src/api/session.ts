import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { currentWorkspace, rememberCsrf, rememberWorkspace, request, sayMovedOn } from './http'
import type { Member, OpenInvitation, Permission, Session, Workspace } from './types'

async function keep(session: Promise<Session>): Promise<Session> {
  const known = await session
  const [before, now] = [currentWorkspace(), known.workspace?.id ?? null]
  // What this page has in memory is of another workspace: begin afresh.
  if (before && now && before !== now) sayMovedOn()
  rememberCsrf(known.csrf)
  rememberWorkspace(now)
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

export async function signOut(): Promise<void> {
  await request('DELETE', '/api/session')
  rememberWorkspace(null)
}

export function lookAtInvitation(secret: string): Promise<OpenInvitation> {
  return request('POST', '/api/invitation', { body: { secret } })
}

// No password for somebody who is signed in with the invited address.
export function join(body: { secret: string; name: string; password?: string }): Promise<Session> {
  return keep(request('POST', '/api/invitation/join', { body }))
}

export function changeName(name: string): Promise<Member> {
  return request('PUT', '/api/session/name', { body: { name } })
}

export function changePassword(body: { present: string; wanted: string }): Promise<void> {
  return request('PUT', '/api/session/password', { body })
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

export function useWorkspace(): Workspace {
  const { data } = useSuspenseQuery(sessionQuery)
  if (!data.workspace) throw new Error('this screen needs a signed-in member')
  return data.workspace
}

// What the role of this member allows here; which role allows what is the server's table.
export function useMay(permission: Permission): boolean {
  const { data } = useSuspenseQuery(sessionQuery)
  return data.permissions.includes(permission)
}

// May this member speak for the brand, sort and note?
export function useMayWrite(): boolean {
  return useMay('answer')
}

export function useMayManage(): boolean {
  return useMay('manage_channels')
}

// May drafts be asked of an assistant of the operator's?
export function useHasAssistant(): boolean {
  const { data } = useSuspenseQuery(sessionQuery)
  return data.assistant
}

import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type {
  AuditEntry,
  Id,
  Invitation,
  Member,
  NewInvitation,
  Page,
  Role,
  RoleList,
} from './types'

export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: ({ signal }) => request<RoleList>('GET', '/api/roles', { signal }),
  select: (data) => data.items,
  staleTime: Number.POSITIVE_INFINITY,
})

export const invitationsQuery = queryOptions({
  queryKey: ['invitations'],
  queryFn: ({ signal }) => request<{ items: Invitation[] }>('GET', '/api/invitations', { signal }),
  select: (data) => data.items,
})

export const auditQuery = infiniteQueryOptions({
  queryKey: ['audit'],
  queryFn: ({ signal, pageParam }) =>
    request<Page<AuditEntry>>('GET', '/api/audit', { signal, query: { cursor: pageParam } }),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next_cursor,
  select: (data) => data.pages.flatMap((page) => page.items),
})

export function invite(body: { email: string; role: Role }): Promise<NewInvitation> {
  return request('POST', '/api/members', { body })
}

export function changeRole(id: Id, role: Role): Promise<Member> {
  return request('PUT', `/api/members/${id}/role`, { body: { role } })
}

export function removeMember(id: Id): Promise<void> {
  return request('DELETE', `/api/members/${id}`)
}

export function renewInvitation(id: Id): Promise<NewInvitation> {
  return request('POST', `/api/invitations/${id}/renew`)
}

export function withdrawInvitation(id: Id): Promise<void> {
  return request('DELETE', `/api/invitations/${id}`)
}

// The link that lets somebody in. Behind the #, where no server and no proxy writes it down.
export function invitationLink(secret: string): string {
  return `${window.location.origin}/join#${secret}`
}

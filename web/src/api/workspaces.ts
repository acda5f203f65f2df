import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import { beginAfresh, tellTabs } from './tabs'
import type { Id, Membership, Session, Workspace } from './types'

export const workspacesQuery = queryOptions({
  queryKey: ['workspaces'],
  queryFn: ({ signal }) => request<{ items: Membership[] }>('GET', '/api/workspaces', { signal }),
  select: (data) => data.items,
})

export function createWorkspace(name: string): Promise<Membership> {
  return request('POST', '/api/workspaces', { body: { name } })
}

export function renameWorkspace(name: string): Promise<Workspace> {
  return request('PUT', '/api/workspace', { body: { name } })
}

// Goes on in another workspace. A draft that had not reached the server yet lies on this device until one
// comes back.
export async function goToWorkspace(id: Id): Promise<void> {
  await request<Session>('POST', '/api/session/workspace', { body: { workspace_id: id } })
  tellTabs()
  beginAfresh()
}

export async function leaveWorkspace(): Promise<void> {
  await request<Session>('POST', '/api/workspace/leave')
  tellTabs()
  beginAfresh()
}

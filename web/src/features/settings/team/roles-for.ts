import type { Role } from '@/api/types'

export const allRoles = ['owner', 'admin', 'agent', 'analyst', 'viewer'] as const

// The roles somebody can give: only an owner makes owners.
export function rolesFor(mayManageOwners: boolean): readonly Role[] {
  return mayManageOwners ? allRoles : allRoles.slice(1)
}

// Somebody of the team. A role changes at once and can be changed back; who is removed is asked about first.

import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { membersQuery } from '@/api/members'
import { useMay } from '@/api/session'
import { changeRole, removeMember } from '@/api/team'
import type { Member, Role } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { Confirm } from '@/ui/confirm'
import { offerUndo, say, sayFailure } from '@/ui/toast'
import styles from '../settings.module.css'
import { rolesFor } from './roles-for'
import team from './team.module.css'

interface Props {
  member: Member
  // There is no other owner than this one.
  isLastOwner: boolean
}

export function MemberRow({ member, isLastOwner }: Props) {
  const { t } = useTranslation('team')
  const mayManage = useMay('manage_team')
  const mayManageOwners = useMay('manage_owners')
  const isOwner = member.role === 'owner'
  const mayChange = mayManage && (!isOwner || mayManageOwners)
  const stuck = isOwner && isLastOwner
  const [removing, setRemoving] = useState(false)
  const role = useRole(member)

  return (
    <li className={`${styles.token} ${team.member}`}>
      <Avatar name={member.name} seed={member.id} size={40} />
      <div className={styles.tokenText}>
        <p>
          {member.name} {member.me && <span className={styles.small}>({t('team.you')})</span>}
        </p>
        <p className={styles.small}>{member.email}</p>
        {stuck && mayChange && <p className={styles.small}>{t('team.lastOwner')}</p>}
      </div>
      {mayChange && !stuck ? (
        <NativeSelect
          className={team.role}
          aria-label={t('team.roleOf', { name: member.name })}
          value={member.role}
          disabled={role.isPending}
          data={rolesFor(mayManageOwners).map((value) => ({ value, label: t(`role.${value}`) }))}
          onChange={(event) => role.change(event.currentTarget.value as Role)}
        />
      ) : (
        <span className={team.role}>{t(`role.${member.role}`)}</span>
      )}
      {mayManage && (
        <span className={team.remove}>
          {mayChange && !member.me && (
            <Button
              variant="subtle"
              color="gray"
              size="compact-md"
              onClick={() => setRemoving(true)}
              aria-label={t('team.removeNamed', { name: member.name })}
            >
              {t('team.remove')}
            </Button>
          )}
        </span>
      )}
      {removing && <RemoveDialog member={member} onClose={() => setRemoving(false)} />}
    </li>
  )
}

function useRole(member: Member) {
  const { t } = useTranslation('team')
  const cache = useQueryClient()
  const change = useMutation({
    mutationFn: (role: Role) => changeRole(member.id, role),
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: membersQuery.queryKey }),
  })
  return {
    isPending: change.isPending,
    change: (role: Role) => {
      const before = member.role
      change.mutate(role, {
        onSuccess: () =>
          offerUndo(
            t('team.changed', { name: member.name, role: t(`role.${role}`).toLowerCase() }),
            () => change.mutate(before),
          ),
      })
    },
  }
}

function RemoveDialog({ member, onClose }: { member: Member; onClose: () => void }) {
  const { t } = useTranslation('team')
  const cache = useQueryClient()
  const { name } = member
  const remove = useMutation({
    mutationFn: () => removeMember(member.id),
    onSuccess: () => {
      say(t('remove.done', { name }))
      onClose()
    },
    onSettled: () => cache.invalidateQueries({ queryKey: membersQuery.queryKey }),
  })
  return (
    <Confirm
      title={t('remove.title', { name })}
      go={t('remove.go')}
      busy={remove.isPending}
      error={remove.error}
      onGo={() => remove.mutate()}
      onClose={onClose}
    >
      {t('remove.body', { name })}
    </Confirm>
  )
}

import { Skeleton } from '@mantine/core'
import { IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { membersQuery } from '@/api/members'
import type { MemberRef } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { Failure } from '@/ui/failure'
import { useVerbs } from '../verbs/use-verbs'
import { Ask } from './ask'
import { type Choice, Choices } from './choices'
import type { DialogProps } from './dialogs'

export default function AssignDialog({ rows, onClose }: DialogProps) {
  const { t } = useTranslation('inbox')
  const members = useQuery(membersQuery)
  const verbs = useVerbs()
  const give = (to: MemberRef | null) => () => {
    onClose()
    verbs.assign(rows, to)
  }

  // You first: taking something on is what happens most.
  const able = (members.data ?? [])
    .filter((member) => ['owner', 'admin', 'agent'].includes(member.role))
    .toSorted((a, b) => Number(b.me) - Number(a.me))
  const choices: Choice[] = [
    ...able.map((member) => ({
      id: member.id,
      label: member.name,
      detail: member.me ? t('assign.you') : undefined,
      icon: <Avatar name={member.name} seed={member.id} size={28} />,
      checked: rows.every((row) => row.owner?.id === member.id),
      choose: give({ id: member.id, name: member.name }),
    })),
    {
      id: 'nobody',
      label: t('assign.nobody'),
      icon: <IconUserOff size={22} stroke={1.6} style={{ margin: 3 }} aria-hidden />,
      checked: rows.every((row) => !row.owner),
      choose: give(null),
    },
  ]

  return (
    <Ask title={t('assign.title')} onClose={onClose}>
      {members.isPending ? (
        <Skeleton height={132} />
      ) : !members.data ? (
        <Failure error={members.error} retry={() => void members.refetch()} />
      ) : (
        <Choices choices={choices} label={t('assign.title')} />
      )}
    </Ask>
  )
}

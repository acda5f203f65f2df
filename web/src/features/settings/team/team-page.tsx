import { Button, Skeleton } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { membersQuery } from '@/api/members'
import { useMay, useWorkspace } from '@/api/session'
import { Failure } from '@/ui/failure'
import styles from '../settings.module.css'
import { Invitations } from './invitations'
import { MemberRow } from './member-row'
import { RolesTable } from './roles-table'

const InviteDialog = lazy(() => import('./invite-dialog'))

export function TeamPage() {
  const { t } = useTranslation(['team', 'common'])
  const workspace = useWorkspace()
  const members = useQuery(membersQuery)
  const mayManage = useMay('manage_team')
  const [inviting, setInviting] = useState(false)
  const owners = members.data?.filter((each) => each.role === 'owner').length ?? 0
  const alone = members.data?.length === 1 && mayManage

  return (
    <>
      <div className={styles.top}>
        <div>
          <h2 className={styles.title}>{t('team.title')}</h2>
          <p className={styles.intro}>
            {t(alone ? 'team.introAlone' : 'team.intro', { workspace: workspace.name })}
          </p>
        </div>
        {mayManage && (
          <Button
            leftSection={<IconUserPlus size={18} stroke={1.8} />}
            onClick={() => setInviting(true)}
          >
            {t('team.invite')}
          </Button>
        )}
      </div>
      {members.isPending ? (
        <Skeleton height={200} radius={14} role="status" aria-label={t('common:loading')} />
      ) : !members.data ? (
        <Failure error={members.error} retry={() => void members.refetch()} />
      ) : (
        <section className={styles.card}>
          <ul className={styles.tokens}>
            {members.data.map((member) => (
              <MemberRow key={member.id} member={member} isLastOwner={owners === 1} />
            ))}
          </ul>
        </section>
      )}
      {mayManage && <Invitations />}
      <RolesTable />
      {inviting && (
        <Suspense>
          <InviteDialog onClose={() => setInviting(false)} />
        </Suspense>
      )}
    </>
  )
}

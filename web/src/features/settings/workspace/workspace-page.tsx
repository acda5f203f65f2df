import { Button, Skeleton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { membersQuery } from '@/api/members'
import { useMay, useMe, useWorkspace } from '@/api/session'
import { goToWorkspace, leaveWorkspace, workspacesQuery } from '@/api/workspaces'
import { BrandTile } from '@/ui/brand-tile'
import { Confirm } from '@/ui/confirm'
import { Failure } from '@/ui/failure'
import { sayFailure } from '@/ui/toast'
import styles from '../settings.module.css'
import { RenameForm } from './rename-form'

const NewWorkspace = lazy(() => import('./new-workspace-dialog'))

export function WorkspacePage() {
  const { t } = useTranslation(['team', 'common'])
  const workspace = useWorkspace()
  const mayRename = useMay('manage_workspace')
  return (
    <>
      <h2 className={styles.title}>{t('workspace.title')}</h2>
      <p className={styles.intro}>{t('workspace.intro')}</p>
      {mayRename && <RenameForm key={workspace.name} name={workspace.name} />}
      <Mine />
      <Leave />
    </>
  )
}

function Mine() {
  const { t } = useTranslation(['team', 'common'])
  const mine = useQuery(workspacesQuery)
  const [making, setMaking] = useState(false)
  const go = useMutation({ mutationFn: goToWorkspace, onError: sayFailure })
  if (mine.isPending) {
    return <Skeleton height={120} radius={14} role="status" aria-label={t('common:loading')} />
  }
  if (!mine.data) return <Failure error={mine.error} retry={() => void mine.refetch()} />
  return (
    <section className={styles.card} aria-labelledby="your-workspaces">
      <h3 className={styles.label} id="your-workspaces">
        {t('workspace.yours')}
      </h3>
      <ul className={styles.tokens}>
        {mine.data.map((each) => (
          <li key={each.id} className={styles.token}>
            <BrandTile workspace={each} size={36} />
            <div className={styles.tokenText}>
              <p>{each.name}</p>
              <p className={styles.small}>{t(`role.${each.role}`)}</p>
            </div>
            {each.current ? (
              <span className={styles.small}>{t('workspace.here')}</span>
            ) : (
              <Button
                variant="default"
                size="compact-md"
                loading={go.isPending && go.variables === each.id}
                onClick={() => go.mutate(each.id)}
                aria-label={t('workspace.openNamed', { name: each.name })}
              >
                {t('workspace.open')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mine.data.some((each) => each.role === 'owner') && (
        <Button
          variant="subtle"
          leftSection={<IconPlus size={18} stroke={1.8} />}
          onClick={() => setMaking(true)}
        >
          {t('workspace.new')}
        </Button>
      )}
      {making && (
        <Suspense>
          <NewWorkspace onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </section>
  )
}

function Leave() {
  const { t } = useTranslation('team')
  const me = useMe()
  const { name } = useWorkspace()
  const members = useQuery(membersQuery)
  const [asking, setAsking] = useState(false)
  const leave = useMutation({ mutationFn: leaveWorkspace })
  const owners = members.data?.filter((each) => each.role === 'owner') ?? []
  const last = me.role === 'owner' && owners.length < 2
  return (
    <section className={styles.card} aria-labelledby="leave">
      <h3 className={styles.label} id="leave">
        {t('workspace.leave', { name })}
      </h3>
      <p className={styles.plain}>{t(last ? 'workspace.leaveLast' : 'workspace.leaveHint')}</p>
      {!last && (
        <Button
          variant="default"
          style={{ marginTop: 12 }}
          onClick={() => {
            leave.reset()
            setAsking(true)
          }}
        >
          {t('workspace.leave', { name })}
        </Button>
      )}
      {asking && (
        <Confirm
          title={t('workspace.leaveTitle', { name })}
          go={t('workspace.leaveGo')}
          busy={leave.isPending}
          error={leave.error}
          onGo={() => leave.mutate()}
          onClose={() => setAsking(false)}
        >
          {t('workspace.leaveHint')}
        </Confirm>
      )}
    </section>
  )
}

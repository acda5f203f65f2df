import { Button, Modal, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay } from '@/api/session'
import { invitationsQuery, renewInvitation, withdrawInvitation } from '@/api/team'
import type { Invitation } from '@/api/types'
import { Failure } from '@/ui/failure'
import { say, sayFailure } from '@/ui/toast'
import { When } from '@/ui/when'
import styles from '../settings.module.css'
import { InviteLink } from './invite-link'

// Who was asked in and has not come yet. Nothing to see while there is nobody.
export function Invitations() {
  const { t } = useTranslation(['team', 'common'])
  const open = useQuery(invitationsQuery)
  if (open.isPending) {
    return <Skeleton height={72} radius={14} role="status" aria-label={t('common:loading')} />
  }
  if (!open.data) return <Failure error={open.error} retry={() => void open.refetch()} />
  if (open.data.length === 0) return null
  return (
    <section className={styles.card} aria-labelledby="invited">
      <h3 className={styles.label} id="invited">
        {t('invitations.title')}
      </h3>
      <ul className={styles.tokens}>
        {open.data.map((invitation) => (
          <InvitationRow key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  )
}

function InvitationRow({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation(['team', 'common'])
  const cache = useQueryClient()
  const { email } = invitation
  const mayManageOwners = useMay('manage_owners')
  const mayChange = invitation.role !== 'owner' || mayManageOwners
  const settled = () => cache.invalidateQueries({ queryKey: invitationsQuery.queryKey })
  const renew = useMutation({
    mutationFn: () => renewInvitation(invitation.id),
    onError: sayFailure,
    onSettled: settled,
  })
  const withdraw = useMutation({
    mutationFn: () => withdrawInvitation(invitation.id),
    onSuccess: () => say(t('invitations.withdrawn', { email })),
    onError: sayFailure,
    onSettled: settled,
  })
  return (
    <li className={styles.token} style={{ flexWrap: 'wrap' }}>
      <div className={styles.tokenText} style={{ flexBasis: '12rem' }}>
        <p>{email}</p>
        <p className={styles.small}>
          {t(`role.${invitation.role}`)} ·{' '}
          {invitation.by_name && `${t('invitations.by', { name: invitation.by_name })} · `}
          {invitation.expired ? (
            t('invitations.expired')
          ) : (
            <>
              {t('invitations.until')} <When at={invitation.expires_at} />
            </>
          )}
        </p>
      </div>
      {mayChange && (
        <div className={styles.buttons}>
          <Button
            variant="default"
            size="compact-md"
            loading={renew.isPending}
            onClick={() => renew.mutate()}
            aria-label={t('invitations.renewNamed', { email })}
          >
            {t('invitations.renew')}
          </Button>
          <Button
            variant="subtle"
            color="gray"
            size="compact-md"
            loading={withdraw.isPending}
            onClick={() => withdraw.mutate()}
            aria-label={t('invitations.withdrawNamed', { email })}
          >
            {t('invitations.withdraw')}
          </Button>
        </div>
      )}
      {renew.data && (
        <Modal
          opened
          onClose={renew.reset}
          title={t('invitations.renew')}
          size={480}
          closeButtonProps={{ 'aria-label': t('common:close') }}
        >
          <InviteLink invitation={renew.data} />
        </Modal>
      )}
    </li>
  )
}

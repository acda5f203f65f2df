import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { invitationLink } from '@/api/team'
import type { NewInvitation } from '@/api/types'
import styles from '../settings.module.css'

// The link is shown this once; the server keeps only a hash of its secret.
export function InviteLink({ invitation }: { invitation: NewInvitation }) {
  const { t } = useTranslation('team')
  const clipboard = useClipboard({ timeout: 3_000 })
  const link = invitationLink(invitation.secret)
  return (
    <div role="status">
      <p className={styles.plain}>{t('invite.link', { email: invitation.email })}</p>
      <div className={styles.secret}>
        <code>{link}</code>
        <Button
          variant="default"
          size="compact-sm"
          leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={() => clipboard.copy(link)}
        >
          {t(clipboard.copied ? 'invite.copied' : 'invite.copy')}
        </Button>
      </div>
      <p className={styles.small} style={{ margin: '10px 0 0' }}>
        {t('invite.noMail')}
      </p>
    </div>
  )
}

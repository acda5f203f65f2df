import { Button } from '@mantine/core'
import { IconAlertTriangle, IconSend } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import type { Act, Id } from '@/api/types'
import { safeUrl } from '@/ui/networks'
import { LinkCard, linkCardClass } from './link-card'
import styles from './pending-act.module.css'
import { useRetry } from './use-retry'

interface Props {
  act: Act
  conversation: Id
  onEdit: (act: Act) => void
}

// An answer of ours that is not on the network: on its way, or refused with the reason.
export function PendingAct({ act, conversation, onEdit }: Props) {
  const { t } = useTranslation(['inbox', 'post'])
  const retry = useRetry(conversation)
  const rejected = act.state === 'rejected'
  const url = safeUrl(act.card_url)
  return (
    <div className={styles.act} data-rejected={rejected || undefined} data-look="sending">
      <p className={styles.state} role={rejected ? 'alert' : undefined}>
        {rejected ? (
          <IconAlertTriangle size={16} stroke={1.8} aria-hidden />
        ) : (
          <IconSend size={16} stroke={1.8} aria-hidden />
        )}
        {rejected
          ? act.error || t('act.rejected')
          : t(act.state === 'unknown' ? 'act.unknown' : 'act.sending')}
      </p>
      <p className={styles.text} dir="auto">
        {act.text}
      </p>
      {act.media.length > 0 && (
        <p className={styles.pictures}>
          {act.media.map((one) => (
            <img key={one.attachment_id} src={one.url} alt={one.alt || t('post:noAlt')} />
          ))}
        </p>
      )}
      {url && act.card && (
        <div className={linkCardClass}>
          <LinkCard
            url={url}
            title={act.card.title}
            description={act.card.description}
            thumb={act.card.thumb_url}
          />
        </div>
      )}
      {rejected && (
        <div className={styles.buttons}>
          <Button size="compact-sm" variant="light" onClick={() => onEdit(act)}>
            {t('act.edit')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={retry.isPending}
            onClick={() => retry.mutate(act.id)}
          >
            {t('act.retry')}
          </Button>
        </div>
      )}
    </div>
  )
}

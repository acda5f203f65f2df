import { useTranslation } from 'react-i18next'
import '@/i18n/history'
import type { Conversation, Decision } from '@/api/types'
import { sayWhen } from '@/ui/time'
import { useNow } from '@/ui/use-now'
import { When } from '@/ui/when'
import styles from './conversation-history.module.css'
import paneStyles from './person-pane.module.css'

// What the team decided here, newest first.
export function ConversationHistory({ conversation }: { conversation: Conversation }) {
  const { t } = useTranslation(['inbox', 'history'])
  if (conversation.history.length === 0) return null
  const standing =
    conversation.state === 'resolved'
      ? conversation.history.find((decision) => decision.kind === 'resolve')
      : undefined
  return (
    <section className={paneStyles.section}>
      <h3 className={paneStyles.heading}>{t('history:title')}</h3>
      <ol className={styles.list}>
        {conversation.history.slice(0, 12).map((decision) => (
          <li key={decision.id} className={styles.item}>
            <Said decision={decision} /> <When at={decision.at} className={styles.when} />
            {decision === standing && conversation.in_public && (
              <p className={styles.public}>{t(`history:public.${conversation.in_public}`)}</p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Said({ decision }: { decision: Decision }) {
  const { t } = useTranslation(['inbox', 'history'])
  const now = useNow()
  const name = decision.by?.name ?? t('history:rapport')
  const { detail } = decision
  switch (decision.kind) {
    case 'assign':
      if (detail && detail === decision.by?.name) return t('history:take', { name })
      return detail ? t('history:assign', { name, to: detail }) : t('history:unassign', { name })
    case 'snooze': {
      const { until } = decision
      return until
        ? t('history:snooze', { name, until: sayWhen(until, now) })
        : t('history:snoozed', { name })
    }
    case 'resolve': {
      const words = [decision.reason?.name, detail, decision.article?.title]
        .filter(Boolean)
        .join(' · ')
      return words ? t('history:resolveWith', { name, words }) : t('history:resolve', { name })
    }
    case 'skip': {
      const reason = t(`skip.${decision.skip_reason ?? 'other'}`)
      return t('history:skip', { name, reason: detail ? `${reason}, ${detail}` : reason })
    }
    case 'reopen':
      return t('history:reopen', { name })
    case 'tag':
      return t('history:tag', { name, tag: detail })
    case 'untag':
      return t('history:untag', { name, tag: detail })
    case 'undo':
      return t(`history:undo.${detail ?? 'state'}` as never, { name })
  }
}

import { Button, Skeleton } from '@mantine/core'
import { IconHistory, IconLock } from '@tabler/icons-react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMay } from '@/api/session'
import { auditQuery } from '@/api/team'
import type { AuditEntry } from '@/api/types'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { When } from '@/ui/when'
import styles from './settings.module.css'

export function AuditPage() {
  const { t } = useTranslation('team')
  const mayRead = useMay('see_audit')
  return (
    <>
      <h2 className={styles.title}>{t('audit.title')}</h2>
      <p className={styles.intro}>{t('audit.intro')}</p>
      {mayRead ? (
        <Log />
      ) : (
        <Empty icon={<IconLock size={26} stroke={1.6} />} title={t('audit.notYours')}>
          {t('audit.notYoursHint')}
        </Empty>
      )}
    </>
  )
}

function Log() {
  const { t } = useTranslation(['team', 'common'])
  const log = useInfiniteQuery(auditQuery)
  if (log.isPending) {
    return <Skeleton height={320} radius={14} role="status" aria-label={t('common:loading')} />
  }
  if (log.isError && !log.data) {
    return <Failure error={log.error} retry={() => void log.refetch()} />
  }
  if (log.data.length === 0) {
    return (
      <Empty icon={<IconHistory size={26} stroke={1.6} />} title={t('audit.empty')}>
        {t('audit.emptyHint')}
      </Empty>
    )
  }
  return (
    <>
      <section className={styles.card}>
        <ol className={styles.tokens}>
          {log.data.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </ol>
      </section>
      {log.hasNextPage && (
        <Button
          variant="default"
          loading={log.isFetchingNextPage}
          onClick={() => void log.fetchNextPage()}
        >
          {t('audit.earlier')}
        </Button>
      )}
    </>
  )
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation('team')
  return (
    <li className={styles.token}>
      <div className={styles.tokenText}>
        <p>
          <strong style={{ fontWeight: 600 }}>{entry.by?.name ?? t('audit.cli')}</strong>{' '}
          {useWhat(entry)}
        </p>
      </div>
      <When at={entry.at} className={styles.small} />
    </li>
  )
}

// A verb nobody has words for yet still says what the log holds.
function useWhat({ verb, object, detail }: AuditEntry): string {
  const { t, i18n } = useTranslation('team')
  const exists = (key: string) => i18n.exists(key, { ns: 'team' })
  const general = `audit.verb.${verb.replace('.', '_')}`
  // Where a detail is a word of few, there may be a sentence for it.
  const key = [`${general}_${detail}`, general].find(exists)
  if (!key) return [verb, object, detail].filter(Boolean).join(' ')
  const role = exists(`role.${detail}`) ? t(`role.${detail as 'owner'}`).toLowerCase() : detail
  // Behind it stands what the network calls them, which tells nobody anything.
  const handle = object.split(' ')[0]
  const what = t(key as 'audit.verb.account_mute', { object, detail, role, handle })
  // A reason that nobody gave leaves its colon.
  return what.replace(/:? *$/, '')
}

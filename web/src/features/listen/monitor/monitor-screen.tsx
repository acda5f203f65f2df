import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { monitorsQuery } from '@/api/listening/monitors'
import type { Monitor } from '@/api/listening/types'
import type { Id } from '@/api/types'
import { Failure } from '@/ui/failure'
import { Marks } from '../monitors/monitor-row'
import { Coming } from '../shared/coming'
import listen from '../shared/listen.module.css'
import { ListenFrame } from '../shared/listen-frame'
import { NoMonitor } from '../shared/no-monitor'
import { HeardList } from './heard-list'
import styles from './monitor.module.css'
import { MonitorTools } from './monitor-tools'
import { SummaryParts } from './summary-parts'

// What one monitor hears, or all of them: how much, about what, from whom, and every post of it.
export function MonitorScreen() {
  const { t } = useTranslation('listen')
  const { monitorId = 'all' } = useParams({ strict: false })
  const monitors = useQuery(monitorsQuery)
  const monitor = monitors.data?.find(({ id }) => id === monitorId)
  if (monitors.data && !monitor && monitorId !== 'all') return <NoMonitor />
  if (!monitors.data) {
    return (
      <ListenFrame title={t('title')} wide>
        {monitors.isPending ? (
          <Coming />
        ) : (
          <Failure error={monitors.error} retry={() => void monitors.refetch()} />
        )}
      </ListenFrame>
    )
  }
  return (
    <ListenFrame
      title={monitor?.name ?? t('monitors.allTitle')}
      tools={monitor && <MonitorTools monitor={monitor} />}
      wide
    >
      {monitor && (
        <div className={styles.about}>
          <code className={styles.query}>{monitor.query}</code>
          <Marks monitor={monitor} />
        </div>
      )}
      <Heard key={monitorId} id={monitorId} monitors={monitors.data} />
    </ListenFrame>
  )
}

function Heard({ id, monitors }: { id: Id | 'all'; monitors: readonly Monitor[] }) {
  return (
    <div className={styles.grid}>
      <SummaryParts id={id} />
      <div className={styles.main}>
        <h2 className={listen.heading} id="heard">
          <HeardTitle />
        </h2>
        <HeardList id={id} monitors={monitors} />
      </div>
    </div>
  )
}

function HeardTitle() {
  const { t } = useTranslation('listen')
  return <>{t('heard.title')}</>
}

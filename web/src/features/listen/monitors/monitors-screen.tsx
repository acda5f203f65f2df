import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { monitorsQuery, shareQuery } from '@/api/listening/monitors'
import { Failure } from '@/ui/failure'
import { Coming } from '../shared/coming'
import { ListenFrame } from '../shared/listen-frame'
import { Stale } from '../shared/stale'
import { useMayListen } from '../shared/use-may-listen'
import { FirstMonitor } from './first-monitor'
import { MonitorRow } from './monitor-row'
import styles from './monitors.module.css'
import { ShareOfVoice } from './share-of-voice'
import { sparkValues } from './spark-values'

const sparkDays = 30

// All that is listened for, how much is heard, and which of it is spoken of most.
export function MonitorsScreen() {
  const { t } = useTranslation('listen')
  const mayListen = useMayListen()
  const monitors = useQuery(monitorsQuery)
  const all = monitors.data
  const { data: share } = useQuery({
    ...shareQuery(sparkDays, all),
    enabled: (all?.length ?? 0) > 0,
  })
  const sparks = useMemo(() => share && sparkValues(share.steps), [share])
  const quiet = useMemo(() => share?.steps.map(() => 0), [share])
  const compared = useMemo(() => new Set(share?.monitors.map(({ id }) => id)), [share])
  return (
    <ListenFrame
      title={t('title')}
      intro={t('intro')}
      tools={
        mayListen &&
        all &&
        all.length > 0 && (
          <Button
            component={Link}
            to="/listen/new"
            leftSection={<IconPlus size={18} stroke={1.8} aria-hidden />}
            data-testid="new-monitor"
          >
            {t('monitors.new')}
          </Button>
        )
      }
    >
      {monitors.isPending ? (
        <Coming />
      ) : !all ? (
        <Failure error={monitors.error} retry={() => void monitors.refetch()} />
      ) : all.length === 0 ? (
        <FirstMonitor />
      ) : (
        <>
          <Stale query={monitors} />
          <ul className={styles.list} data-testid="monitors">
            {all.map((monitor) => (
              <MonitorRow
                key={monitor.id}
                monitor={monitor}
                spark={sparks?.get(monitor.id) ?? (compared.has(monitor.id) ? quiet : undefined)}
              />
            ))}
          </ul>
          {all.length > 1 && (
            <p className={styles.all}>
              <Link to="/listen/$monitorId" params={{ monitorId: 'all' }}>
                {t('monitors.all')}
              </Link>
            </p>
          )}
          {all.length > 1 && <ShareOfVoice monitors={all} />}
        </>
      )}
    </ListenFrame>
  )
}

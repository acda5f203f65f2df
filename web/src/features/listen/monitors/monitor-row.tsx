import { IconAlertTriangle, IconHistory, IconPlayerPause } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Monitor } from '@/api/listening/types'
import { sayCount } from '@/ui/say-count'
import { TagDot } from '@/ui/tag-chip'
import { sayChange } from '../shared/change'
import styles from './monitors.module.css'
import { Spark } from './spark'

// A monitor, and how much it hears. The numbers open the posts they count.
export function MonitorRow({ monitor, spark }: { monitor: Monitor; spark?: readonly number[] }) {
  const { t } = useTranslation('listen')
  const { id, name, query, color } = monitor
  const change = sayChange(monitor.week, monitor.week_before)
  const params = { monitorId: id }
  return (
    <li className={styles.row} data-testid="monitor">
      <div className={styles.what}>
        <Link to="/listen/$monitorId" params={params} className={styles.name}>
          <TagDot color={color} />
          <bdi title={name}>{name}</bdi>
        </Link>
        <code className={styles.query} title={query}>
          {query}
        </code>
        <Marks monitor={monitor} />
      </div>
      {spark && <Spark values={spark} />}
      <dl className={styles.counts}>
        <div>
          <dt>{t('monitors.today')}</dt>
          <dd>
            <Link to="/listen/$monitorId" params={params} search={{ days: 1 }}>
              {sayCount(monitor.today)}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('monitors.week')}</dt>
          <dd>
            <Link to="/listen/$monitorId" params={params} search={{ days: 7 }}>
              {sayCount(monitor.week)}
            </Link>
          </dd>
        </div>
        {change && (
          <div className={styles.change}>
            <dt className={styles.hidden}>{t('monitors.change')}</dt>
            <dd>{change}</dd>
          </div>
        )}
      </dl>
    </li>
  )
}

// What stands in its way.
export function Marks({ monitor }: { monitor: Monitor }) {
  const { t } = useTranslation('listen')
  const { paused, catching_up, broken } = monitor
  if (!paused && !catching_up && !broken) return null
  return (
    <ul className={styles.marks}>
      {broken && (
        <li data-tone="bad">
          <IconAlertTriangle size={15} stroke={1.8} aria-hidden />{' '}
          {t('monitors.broken', { why: broken })}
        </li>
      )}
      {paused && (
        <li>
          <IconPlayerPause size={15} stroke={1.8} aria-hidden /> {t('monitors.paused')}
        </li>
      )}
      {catching_up && (
        <li>
          <IconHistory size={15} stroke={1.8} aria-hidden /> {t('monitors.catchingUp')}
        </li>
      )}
    </ul>
  )
}

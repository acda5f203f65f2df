import '@mantine/core/styles/FloatingIndicator.css'
import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { shareQuery } from '@/api/listening/monitors'
import type { Monitor, Share } from '@/api/listening/types'
import { Failure } from '@/ui/failure'
import { TableTwin } from '@/ui/table-twin'
import { TagDot } from '@/ui/tag-chip'
import { sayStep } from '@/ui/time'
import { sayChange } from '../shared/change'
import { Coming } from '../shared/coming'
import listen from '../shared/listen.module.css'
import { loudest } from './loudest'
import styles from './monitors.module.css'

const periods = [7, 30, 90]

// Which of the monitors hears how much of all that is heard.
export function ShareOfVoice({ monitors }: { monitors: readonly Monitor[] }) {
  const { t } = useTranslation('listen')
  const [days, setDays] = useState(30)
  const share = useQuery({ ...shareQuery(days, monitors), placeholderData: keepPreviousData })
  return (
    <section aria-labelledby="share" className={styles.share}>
      <div className={styles.shareTop}>
        <h2 id="share" className={listen.heading}>
          {t('share.title')}
        </h2>
        <SegmentedControl
          aria-label={t('share.days')}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          data={periods.map((count) => ({ value: String(count), label: t('period', { count }) }))}
        />
      </div>
      {share.isPending ? (
        <Coming rows={1} height={180} />
      ) : share.data ? (
        <Shown share={share.data} monitors={monitors} />
      ) : (
        <Failure error={share.error} retry={() => void share.refetch()} />
      )}
    </section>
  )
}

function Shown({ share, monitors }: { share: Share; monitors: readonly Monitor[] }) {
  const { t } = useTranslation('listen')
  const known = new Map(monitors.map((monitor) => [monitor.id, monitor]))
  const { shown, rest } = loudest(share.monitors.filter(({ id }) => known.has(id)))
  const [first] = shown
  const most = Math.max(...shown.map((one) => one.share), 0.01)
  const { days } = share
  if (!first || first.total === 0) {
    return <p className={listen.sum}>{t('share.none', { days })}</p>
  }
  return (
    <div className={`${listen.card} ${listen.padded}`}>
      <p className={listen.sum}>
        {t('share.sum', {
          name: known.get(first.id)?.name,
          percent: percent(first.share),
          days,
        })}
      </p>
      <ul className={styles.bars} data-testid="share">
        {shown.map((one) => {
          const monitor = known.get(one.id)
          if (!monitor) return null
          return (
            <li key={one.id}>
              <Link
                to="/listen/$monitorId"
                params={{ monitorId: one.id }}
                search={{ days }}
                className={styles.bar}
              >
                <span className={styles.barName}>
                  <TagDot color={monitor.color} />
                  <bdi title={monitor.name}>{monitor.name}</bdi>
                </span>
                <span className={styles.barTrack} aria-hidden>
                  <span style={{ width: `${(100 * one.share) / most}%` }} />
                </span>
                <span className={styles.barSays}>
                  <strong>{percent(one.share)}</strong>
                  <span>{t('posts', { count: one.total })}</span>
                  <span className={listen.small}>{sayChange(one.total, one.before)}</span>
                </span>
              </Link>
            </li>
          )
        })}
        {rest.length > 0 && (
          <li className={styles.rest}>
            {t('share.rest', {
              count: rest.length,
              percent: percent(rest.reduce((sum, one) => sum + one.share, 0)),
            })}
          </li>
        )}
      </ul>
      <TableTwin
        says={t('chart.table')}
        heads={[
          { key: 'day', name: t('chart.day') },
          ...shown.map(({ id }) => ({ key: id, name: <bdi>{known.get(id)?.name}</bdi> })),
        ]}
      >
        {share.steps.toReversed().map(({ at, totals }, row, all) => (
          <tr key={at}>
            <th scope="row">{sayStep(at, 'day')}</th>
            {shown.map(({ id }) => {
              const total = totals.find((one) => one.id === id)?.total ?? 0
              return (
                <td key={id}>
                  {total > 0 ? (
                    <Link
                      to="/listen/$monitorId"
                      params={{ monitorId: id }}
                      search={{ days, from: at, to: all[row - 1]?.at }}
                    >
                      {total}
                    </Link>
                  ) : (
                    0
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </TableTwin>
    </div>
  )
}

const percent = (share: number) => `${Math.round(100 * share)} %`

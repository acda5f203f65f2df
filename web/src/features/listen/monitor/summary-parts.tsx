import '@mantine/core/styles/FloatingIndicator.css'
import { SegmentedControl } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { monitorSummaryQuery } from '@/api/listening/monitors'
import type { MonitorSummary } from '@/api/listening/types'
import type { Id } from '@/api/types'
import { Failure } from '@/ui/failure'
import { sayStep } from '@/ui/time'
import { sayChange } from '../shared/change'
import { Coming } from '../shared/coming'
import listen from '../shared/listen.module.css'
import { Stale } from '../shared/stale'
import { StepsChart } from '../shared/steps-chart'
import { Breakdown } from './breakdown'
import styles from './monitor.module.css'
import { openAll, stepOf } from './opening'
import { isWithin, Spikes } from './spikes'
import { useHeardFilter } from './use-heard-filter'

const periods = [1, 7, 30, 90]

// How much was heard, when, and how it divides.
export function SummaryParts({ id }: { id: Id | 'all' }) {
  const { filter } = useHeardFilter()
  const { days } = filter
  const summary = useQuery({ ...monitorSummaryQuery(id, days), placeholderData: keepPreviousData })
  return (
    <>
      <div className={styles.volume}>
        <Period />
        {summary.isPending ? (
          <Coming rows={2} height={150} />
        ) : summary.data ? (
          <>
            <Stale query={summary} />
            <Volume summary={summary.data} isAll={id === 'all'} />
          </>
        ) : (
          <Failure error={summary.error} retry={() => void summary.refetch()} />
        )}
      </div>
      <div className={styles.aside}>
        {summary.data ? (
          <Breakdown summary={summary.data} isAll={id === 'all'} />
        ) : (
          summary.isPending && <Coming rows={3} height={120} />
        )}
      </div>
    </>
  )
}

function Period() {
  const { t } = useTranslation('listen')
  const { filter, show } = useHeardFilter()
  return (
    <SegmentedControl
      aria-label={t('monitor.days')}
      value={String(filter.days)}
      onChange={(value) => show({ days: Number(value), from: undefined, to: undefined })}
      data={periods.map((count) => ({ value: String(count), label: t('period', { count }) }))}
      className={styles.period}
    />
  )
}

function Volume({ summary, isAll }: { summary: MonitorSummary; isAll: boolean }) {
  const { t } = useTranslation('listen')
  const { filter, show } = useHeardFilter()
  const { days, total, before, negative, volume, spikes } = summary
  const step = days <= 3 ? 'hour' : 'day'
  const chosen = stepOf(filter, volume)
  const open = (key: string, index: number) => {
    const next = volume[index + 1]?.at
    show(chosen === key ? { from: undefined, to: undefined } : { from: key, to: next })
  }
  // What several found counts for each of them.
  const says = t(isAll ? 'monitor.sumAll' : 'monitor.sum', { count: total, days })
  return (
    <>
      <p className={listen.sum} data-testid="monitor-sum">
        {total > 0 ? (
          <Link to="." search={openAll(summary) as never}>
            {says}
          </Link>
        ) : (
          says
        )}
        {before + total > 0 && `, ${sayChange(total, before)}`}.{' '}
        {negative > 0 && (
          <Link to="." search={openAll(summary, { sentiment: 'negative' }) as never}>
            {t('monitor.bad', { count: negative })}
          </Link>
        )}
      </p>
      {total > 0 && (
        <StepsChart
          title={t(step === 'hour' ? 'monitor.perHour' : 'monitor.perDay')}
          unit={t(step === 'hour' ? 'chart.hour' : 'chart.day')}
          steps={volume.map((one, at) => ({
            key: one.at,
            label: sayStep(one.at, step),
            total: one.total,
            negative: one.negative,
            spike: spikes.some((spike) => isWithin(spike, one.at, volume[at + 1]?.at)),
          }))}
          chosen={chosen}
          onOpen={open}
        />
      )}
      <Spikes spikes={spikes} />
    </>
  )
}

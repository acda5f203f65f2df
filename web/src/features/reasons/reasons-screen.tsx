import '@mantine/core/styles/FloatingIndicator.css'
import { SegmentedControl, Skeleton } from '@mantine/core'
import { IconMessageReport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { summaryQuery } from '@/api/reading'
import type { ReasonSummary } from '@/api/types'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { ManageReasons } from './manage-reasons'
import { ReasonRow } from './reason-row'
import styles from './reasons.module.css'

const route = getRouteApi('/desk/insights/reasons')
const periods = [7, 30, 90, 365]

// What complaints are about: how often each reason was given, whether it is rising, and who said so.
export function ReasonsScreen() {
  const { t } = useTranslation(['reasons', 'common'])
  const { days = 30 } = route.useSearch()
  const navigate = useNavigate()
  const summary = useQuery({ ...summaryQuery(days), placeholderData: keepPreviousData })
  const look = (wanted: number) =>
    void navigate({
      to: '/insights/reasons',
      search: { days: wanted === 30 ? undefined : wanted },
      replace: true,
    })
  useEffect(() => {
    document.title = `${t('title')} · Rapport`
  }, [t])

  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <header className={styles.header}>
          <div>
            <h1 className={styles.title}>{t('title')}</h1>
            <p className={styles.intro}>{t('intro')}</p>
          </div>
          <SegmentedControl
            aria-label={t('days')}
            value={String(days)}
            onChange={(value) => look(Number(value))}
            data={periods.map((count) => ({
              value: String(count),
              label: t('period', { count }),
            }))}
          />
        </header>
        {summary.isPending ? (
          <Coming />
        ) : summary.data ? (
          <>
            {summary.isError && (
              <p role="alert" className={styles.stale}>
                {t('stale', { why: sayError(summary.error) })}
              </p>
            )}
            <Summary
              summary={summary.data}
              isOld={summary.isPlaceholderData}
              onLonger={days < 365 ? () => look(365) : undefined}
            />
          </>
        ) : (
          <Failure error={summary.error} retry={() => void summary.refetch()} />
        )}
        <ManageReasons />
      </div>
    </div>
  )
}

function Coming() {
  const { t } = useTranslation('common')
  return (
    <div role="status" aria-label={t('loading')} className={styles.coming}>
      <Skeleton height={22} width="70%" />
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={92} radius={14} />
      ))}
    </div>
  )
}

function Summary({
  summary,
  isOld,
  onLonger,
}: {
  summary: ReasonSummary
  isOld: boolean
  onLonger?: () => void
}) {
  const { t } = useTranslation('reasons')
  const { items, days } = summary
  const [most] = items
  if (!most) {
    return (
      <section className={styles.card}>
        <Empty icon={<IconMessageReport size={26} stroke={1.6} />} title={t('empty.title')}>
          <p style={{ margin: 0 }}>{t('empty.body', { days })}</p>
          {onLonger && (
            <button type="button" className={styles.longer} onClick={onLonger}>
              {t('empty.longer')}
            </button>
          )}
        </Empty>
      </section>
    )
  }
  const posts = items.reduce((sum, item) => sum + item.posts, 0)
  // Where nobody was heard before, nothing is new.
  const isCompared = items.some((item) => item.before > 0)
  const rising = isCompared && items.filter(rises).toSorted((a, b) => growth(b) - growth(a))[0]
  return (
    <section aria-busy={isOld}>
      <p className={styles.sum} data-testid="reasons-sum">
        {t('sum.posts', { count: posts, days })}{' '}
        {items.length > 1 && t('sum.most', { name: most.name })}{' '}
        {rising && rising !== most && t('sum.rising', { name: rising.name })}
      </p>
      <ol className={styles.reasons} data-testid="reasons">
        {items.map((item) => (
          <ReasonRow
            key={item.key}
            reason={item}
            most={most.posts}
            days={isCompared ? days : null}
          />
        ))}
      </ol>
    </section>
  )
}

type Item = ReasonSummary['items'][number]

const growth = ({ posts, before }: Item) => posts - before

// One more or less says nothing: half as many again does, of at least three.
const rises = (item: Item) => growth(item) >= 3 && item.posts >= item.before * 1.5

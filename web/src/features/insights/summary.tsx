import { Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterSearch } from '@/api/conversations/view'
import { sayError } from '@/api/http'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { growth, type Insight, rises } from './insight'
import { InsightRow } from './insight-row'
import styles from './insights.module.css'

export interface Days {
  days: number
  look: (days: number) => void
}

// What was counted, and how much was read to count it in.
export interface Counted {
  all: readonly Insight[]
  reads: boolean
  catching_up: boolean
}

interface Props {
  query: UseQueryResult<Counted>
  period: Days
  // How many posts there are, as a sentence.
  sum: (posts: number) => string
  search: (of: Insight) => FilterSearch
  empty: { icon: ReactNode; title: string; body: string }
  testId: string
  // What can be done about it.
  foot?: (of: Insight) => ReactNode
}

// What people speak of, the most first: a sentence that says it, then each of it.
export function Summary({ query, ...props }: Props) {
  const { t } = useTranslation('insights')
  if (query.isPending) return <Coming />
  if (!query.data) return <Failure error={query.error} retry={() => void query.refetch()} />
  return (
    <>
      {query.isError && (
        <p role="alert" className={styles.stale}>
          {t('stale', { why: sayError(query.error) })}
        </p>
      )}
      {query.data.catching_up && (
        <p role="status" className={styles.stale} data-testid="catching-up">
          {t('catchingUp')}
        </p>
      )}
      <Known {...query.data} isOld={query.isPlaceholderData} {...props} />
    </>
  )
}

export function Coming() {
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

type KnownProps = Omit<Props, 'query'> & Counted & { isOld: boolean }

function Known({ all, reads, catching_up, isOld, period, ...props }: KnownProps) {
  const { sum, search, empty, testId, foot } = props
  const { days, look } = period
  const { t } = useTranslation('insights')
  const [most] = all
  const posts = all.reduce((count, one) => count + one.posts, 0)
  if (!most || posts === 0) {
    return (
      <section className={styles.card}>
        <Empty icon={empty.icon} title={empty.title}>
          <p style={{ margin: 0 }}>
            {!reads ? t('unread') : catching_up ? t('comesYet') : empty.body}
          </p>
          {days < 365 && (
            <button type="button" className={styles.longer} onClick={() => look(365)}>
              {t('longer')}
            </button>
          )}
        </Empty>
      </section>
    )
  }
  // Where nobody was heard before, nothing is new; and what is not read yet says nothing.
  const isCompared = !catching_up && all.some((one) => one.before > 0)
  const rising = isCompared && all.filter(rises).toSorted((a, b) => growth(b) - growth(a))[0]
  return (
    <section aria-busy={isOld}>
      <p className={styles.sum} data-testid={`${testId}-sum`}>
        {sum(posts)} {all.length > 1 && t('most', { name: most.name })}{' '}
        {rising && rising !== most && t('rising', { name: rising.name })}
      </p>
      <ol className={styles.insights} data-testid={testId}>
        {all.map((one) => (
          <InsightRow
            key={one.id}
            of={one}
            search={search(one)}
            most={most.posts}
            days={isCompared ? days : null}
            foot={foot?.(one)}
          />
        ))}
      </ol>
    </section>
  )
}

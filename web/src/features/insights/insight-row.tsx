import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { FilterSearch } from '@/api/conversations/view'
import { directionOf } from '@/ui/direction'
import { When } from '@/ui/when'
import { type Insight, termsBeside } from './insight'
import styles from './insights.module.css'

interface Props {
  of: Insight
  // The list of those who are counted.
  search: FilterSearch
  // How many are of the one that most are of.
  most: number
  // How long the time before is; null: there is none to compare with.
  days: number | null
  foot?: ReactNode
}

// What people speak of: how often, compared with the same time before, and the newest who did.
export function InsightRow({ of, search, most, days, foot }: Props) {
  const { t } = useTranslation('insights')
  const { name, posts, examples } = of
  const terms = termsBeside(of)
  return (
    <li className={styles.card}>
      <Link
        to="/inbox"
        search={search}
        className={styles.insight}
        title={t('open', { name })}
        data-testid="insight"
      >
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.count}>{t('posts', { count: posts })}</span>
        {days !== null && <Change of={of} days={days} />}
        {terms && <bdi className={styles.terms}>{terms}</bdi>}
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${(100 * posts) / Math.max(most, 1)}%` }} />
        </span>
      </Link>
      {examples.length > 0 && (
        <ul className={styles.examples} aria-label={t('newest', { name })}>
          {examples.map((example) => (
            <li key={example.post_id}>
              <Link
                to="/inbox/$conversationId"
                params={{ conversationId: example.conversation_id }}
                search={search}
                className={styles.example}
              >
                <span className={styles.words} dir={directionOf(example.text)}>
                  {example.text}
                </span>
                <When at={example.created_at} short className={styles.when} />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {foot && <div className={styles.foot}>{foot}</div>}
    </li>
  )
}

function Change({ of: { posts, before }, days }: { of: Insight; days: number }) {
  const { t } = useTranslation('insights')
  const change = posts - before
  const Arrow = change > 0 ? IconArrowUpRight : IconArrowDownRight
  const words =
    before === 0
      ? t('new')
      : change === 0
        ? t('same')
        : t(change > 0 ? 'more' : 'fewer', { count: Math.abs(change) })
  return (
    <span
      className={styles.change}
      data-up={change > 0 || undefined}
      title={t('before', { days, count: before })}
    >
      {change !== 0 && <Arrow size={15} stroke={1.8} aria-hidden />}
      {words}
    </span>
  )
}

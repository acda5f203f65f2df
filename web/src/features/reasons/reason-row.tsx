import { IconArrowDownRight, IconArrowUpRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReasonSummary } from '@/api/types'
import { directionOf } from '@/ui/direction'
import { When } from '@/ui/when'
import styles from './reasons.module.css'

type Item = ReasonSummary['items'][number]

interface Props {
  reason: Item
  // How many gave the reason that was given most.
  most: number
  // How long the time before is; null: there is none to compare with.
  days: number | null
}

// One reason: how often, compared with the same time before, and the newest who gave it.
export function ReasonRow({ reason, most, days }: Props) {
  const { t } = useTranslation('reasons')
  const { key, name, posts, examples } = reason
  const search = { view: 'all', reason: key } as const
  return (
    <li className={styles.card}>
      <Link
        to="/inbox"
        search={search}
        className={styles.reason}
        title={t('open', { name })}
        data-testid="reason"
      >
        <bdi className={styles.name}>{name}</bdi>
        <span className={styles.count}>{t('posts', { count: posts })}</span>
        {days !== null && <Change reason={reason} days={days} />}
        <span className={styles.bar} aria-hidden>
          <span style={{ width: `${(100 * posts) / most}%` }} />
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
    </li>
  )
}

function Change({ reason: { posts, before }, days }: { reason: Item; days: number }) {
  const { t } = useTranslation('reasons')
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

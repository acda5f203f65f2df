import { IconTrendingUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Spike } from '@/api/listening/types'
import { directionOf } from '@/ui/direction'
import { sayCovered } from '@/ui/labels'
import { sayStep } from '@/ui/time'
import { sayAuthor } from '../shared/say-author'
import styles from './monitor.module.css'
import { searchOf, useHeardFilter } from './use-heard-filter'

// When much more was said than usual, and what about.
export function Spikes({ spikes }: { spikes: readonly Spike[] }) {
  const { t } = useTranslation('listen')
  const { filter } = useHeardFilter()
  if (spikes.length === 0) return null
  return (
    <ul className={styles.spikes} aria-label={t('spike.title')} data-testid="spikes">
      {spikes.map((spike) => {
        const { from, to, total, usual, authors, terms, posts } = spike
        const words = terms.slice(0, 3).map(({ word }) => `“${word}”`)
        return (
          <li key={from}>
            <p className={styles.spike}>
              <IconTrendingUp size={17} stroke={1.8} aria-hidden />
              <span>
                <Link to="." search={searchOf({ days: filter.days, from, to }) as never}>
                  {t('spike.when', {
                    when: sayStep(from, isLong(spike) ? 'day' : 'hour'),
                    count: total,
                  })}
                </Link>
                {t('spike.usual', { count: Math.round(usual) })}{' '}
                {t('spike.authors', { count: authors })}{' '}
                {words.length > 0 && t('spike.terms', { words: words.join(', ') })}
              </span>
            </p>
            {posts.length > 0 && (
              <ul className={styles.spikePosts}>
                {posts.map(({ post, conversation_id }) => (
                  <li key={post.id} dir={directionOf(post.text)}>
                    <Link
                      to="/inbox/$conversationId"
                      params={{ conversationId: conversation_id }}
                      search={{ view: 'all' }}
                    >
                      <bdi>{sayAuthor(post.author)}</bdi>: {sayCovered(post.text, post.labels)}
                    </Link>
                  </li>
                ))}
              </ul>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const isLong = ({ from, to }: Spike) => Date.parse(to) - Date.parse(from) >= 24 * 3_600_000

// Whether a spike lies, in part at least, between the beginning of a step and that of the next.
export const isWithin = ({ from, to }: Pick<Spike, 'from' | 'to'>, at: string, next?: string) =>
  at < to && (next === undefined || from < next)

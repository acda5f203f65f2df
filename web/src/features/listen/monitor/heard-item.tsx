import { Button } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeardPost, Monitor } from '@/api/listening/types'
import { networkName, safeUrl } from '@/ui/networks'
import { HeardCard } from '../shared/heard-card'
import listen from '../shared/listen.module.css'
import { sayAuthor } from '../shared/say-author'
import styles from './monitor.module.css'
import { together } from './spans'

interface Props {
  heard: HeardPost
  // Of which monitor the words are marked; "all" marks those of every one.
  of: string
  monitors: readonly Monitor[]
  mayWrite: boolean
  isStop: boolean
  onFocus: (id: string) => void
  onAnswer: (heard: HeardPost) => void
  onTake: (heard: HeardPost) => void
  onSkip: (heard: HeardPost) => void
}

const noMonitors: never[] = []

// A post that was heard: what was said, how it stands with us, what can be done.
export const HeardItem = memo(function HeardItem(props: Props) {
  const { heard, of, monitors, mayWrite, isStop, onFocus, onAnswer, onTake, onSkip } = props
  const { t } = useTranslation(['listen', 'inbox'])
  const { post, state, skip_reason } = heard
  const { author } = post
  const url = safeUrl(post.url)
  return (
    <article
      className={`${listen.card} ${listen.padded} ${styles.item}`}
      aria-label={t('heard.by', { name: sayAuthor(author) })}
      tabIndex={isStop ? 0 : -1}
      data-heard={post.id}
      data-testid="heard"
      onFocus={() => onFocus(post.id)}
    >
      <HeardCard
        heard={heard}
        spans={together(heard.monitors.filter(({ id }) => of === 'all' || id === of))}
        monitors={of === 'all' ? monitors : noMonitors}
      >
        <span className={styles.state} data-state={state} data-testid="heard-state">
          {state === 'skipped' && skip_reason
            ? t('state.skippedFor', { reason: t(`inbox:skip.${skip_reason}`) })
            : t(`state.${state}`)}
        </span>
        <span className={styles.actions}>
          {mayWrite && (
            <Button size="compact-sm" variant="light" onClick={() => onAnswer(heard)}>
              {t('heard.answer')}
            </Button>
          )}
          {!mayWrite && (
            <Button size="compact-sm" variant="default" onClick={() => onAnswer(heard)}>
              {t('heard.look')}
            </Button>
          )}
          {mayWrite && (state === 'heard' || state === 'skipped') && (
            <Button size="compact-sm" variant="default" onClick={() => onTake(heard)}>
              {t('heard.take')}
            </Button>
          )}
          {mayWrite && (state === 'heard' || state === 'open') && (
            <Button size="compact-sm" variant="default" onClick={() => onSkip(heard)}>
              {t('heard.skip')}
            </Button>
          )}
          {url && (
            <Button
              component="a"
              href={url}
              target="_blank"
              rel="noopener noreferrer nofollow"
              size="compact-sm"
              variant="default"
            >
              {t('heard.openOn', { network: networkName(author.network) })}
            </Button>
          )}
        </span>
      </HeardCard>
    </article>
  )
})

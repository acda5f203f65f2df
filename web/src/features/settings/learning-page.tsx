import { Button, Skeleton } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { learningQuery, switchLearning } from '@/api/reading'
import { useMayManage } from '@/api/session'
import type { Learning } from '@/api/types'
import { Failure } from '@/ui/failure'
import { sayWhen } from '@/ui/time'
import { sayFailure } from '@/ui/toast'
import { useNow } from '@/ui/use-now'
import styles from './learning-page.module.css'
import settings from './settings.module.css'

// What the engine learned from corrections, whether that reads better, and the way back.
export function LearningPage() {
  const { t } = useTranslation(['settings', 'common'])
  const learning = useQuery(learningQuery)
  return (
    <>
      <h2 className={settings.title}>{t('learning.title')}</h2>
      <p className={settings.intro}>{t('learning.intro')}</p>
      {learning.isPending ? (
        <Skeleton height={200} radius={14} role="status" aria-label={t('common:loading')} />
      ) : !learning.data ? (
        <Failure error={learning.error} retry={() => void learning.refetch()} />
      ) : learning.data.reading ? (
        <Card learning={learning.data} />
      ) : (
        <p className={settings.card}>{t('learning.unread')}</p>
      )}
    </>
  )
}

function Card({ learning }: { learning: Learning }) {
  const { t } = useTranslation('settings')
  const now = useNow()
  const { corrections, trained_at, examples, before, after } = learning
  return (
    <section className={settings.card} aria-labelledby="learned" data-testid="learning">
      <div className={styles.top}>
        <h3 className={settings.label} id="learned">
          {t('learning.card')}
        </h3>
        {(corrections > 0 || trained_at !== null) && (
          <span className={styles.state} data-active={learning.active || undefined}>
            {t(`learning.state.${stateOf(learning)}`)}
          </span>
        )}
      </div>
      <p className={settings.plain}>
        {corrections === 0 ? t('learning.none') : t('learning.corrections', { count: corrections })}{' '}
        {trained_at &&
          (examples === 0
            ? t('learning.nothing')
            : t('learning.from', { count: examples, when: sayWhen(trained_at, now) }))}{' '}
        {learning.on && corrections > 0 && <Next learning={learning} />}
      </p>
      {before !== null && after !== null && (
        <dl className={styles.shares} aria-label={t('learning.right')}>
          <dt className={styles.what}>{t('learning.right')}</dt>
          <Share value={before} words={t('learning.before')} />
          <Share value={after} words={t('learning.after')} isNew />
        </dl>
      )}
      {!learning.on && <p className={settings.plain}>{t('learning.offHint')}</p>}
      <Switch on={learning.on} />
    </section>
  )
}

// How many corrections it still waits for.
function Next({ learning: { fresh, learns_at, trained_at } }: { learning: Learning }) {
  const { t } = useTranslation('settings')
  const count = Math.max(0, learns_at - fresh)
  if (count === 0) return t('learning.soon')
  return t(trained_at ? 'learning.next' : 'learning.first', { count })
}

function stateOf({ on, active, trained_at, examples }: Learning) {
  if (!on) return 'off'
  if (active) return 'active'
  return trained_at && examples > 0 ? 'noBetter' : 'waits'
}

function Share({ value, words, isNew }: { value: number; words: string; isNew?: boolean }) {
  const percent = `${(100 * value).toFixed(1)} %`
  return (
    <dd className={styles.share} data-new={isNew || undefined}>
      <span>{words}</span>
      <span className={styles.bar} aria-hidden>
        <span style={{ width: `${100 * value}%` }} />
      </span>
      <strong>{percent}</strong>
    </dd>
  )
}

function Switch({ on }: { on: boolean }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const may = useMayManage()
  const turn = useMutation({
    mutationFn: switchLearning,
    onSuccess: (learning) => cache.setQueryData(learningQuery.queryKey, learning),
    onError: sayFailure,
  })
  if (!may) return <p className={settings.small}>{t('learning.askAdmin')}</p>
  return (
    <div className={styles.switch}>
      <Button
        variant={on ? 'default' : 'filled'}
        loading={turn.isPending}
        onClick={() => turn.mutate(!on)}
      >
        {t(on ? 'learning.switchOff' : 'learning.switchOn')}
      </Button>
    </div>
  )
}

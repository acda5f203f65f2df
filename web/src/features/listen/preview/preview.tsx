import '@mantine/core/styles/FloatingIndicator.css'
import { Button, Loader, SegmentedControl } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import type { Id } from '@/api/types'
import { Empty } from '@/ui/empty'
import { sayStep, sayWhen } from '@/ui/time'
import { offerUndo } from '@/ui/toast'
import { useNow } from '@/ui/use-now'
import { type Place, placeOf } from '../editor/place'
import listen from '../shared/listen.module.css'
import { StepsChart } from '../shared/steps-chart'
import { everyDay } from './add-up'
import styles from './preview.module.css'
import { PreviewWords } from './preview-words'
import { Samples } from './samples'
import { usePreview } from './use-preview'

const periods = [7, 30, 90]

interface Props {
  // What is searched with; null: there is nothing right to search with yet.
  query: string | null
  // It is being judged.
  waits: boolean
  // What stands in the field, which exclusions are written into.
  written: string
  canWrite: boolean
  onShow: (place: Place) => void
  onExclude: (word: string) => void
  onWrite: (query: string) => void
}

// What the query would have found in what is stored here, before it is saved.
export function Preview({ query, waits, written, canWrite, onShow, onExclude, onWrite }: Props) {
  const { t } = useTranslation(['listen', 'common'])
  const now = useNow()
  const [days, setDays] = useState(30)
  const [rejected, setRejected] = useState<readonly Id[]>([])
  const preview = usePreview(query, days, rejected)
  const { sum, status, isOld, error } = preview
  const steps = useMemo(
    () =>
      everyDay(sum.days, days, Date.now()).map(({ day, found }) => ({
        key: day,
        label: sayStep(day, 'day'),
        total: found,
      })),
    [sum.days, days],
  )
  const leaveOut = (word: string) => {
    const before = written
    onExclude(word)
    offerUndo(t('preview.excluded', { word }), () => onWrite(before))
  }
  const reject = (id: Id) =>
    setRejected((before) =>
      before.includes(id) ? before.filter((one) => one !== id) : [...before, id],
    )
  const started = sum.looked > 0 || status === 'done'
  const perDay = sum.found / days

  return (
    <section
      className={styles.preview}
      aria-label={t('preview.title')}
      aria-busy={status === 'running'}
      data-testid="preview"
    >
      <div className={styles.top}>
        <h2 className={styles.title}>{t('preview.title')}</h2>
        <SegmentedControl
          aria-label={t('preview.days')}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
          data={periods.map((count) => ({
            value: String(count),
            label: t('period', { count }),
          }))}
        />
      </div>
      {!started ? (
        query === null && !waits ? (
          <Empty icon={<IconSearch size={26} stroke={1.6} />} title={t('preview.empty.title')}>
            <p className={styles.flat}>
              {t(written.trim() === '' ? 'preview.empty.body' : 'preview.empty.broken')}
            </p>
          </Empty>
        ) : status === 'failed' ? (
          <p role="alert" className={listen.notice} data-tone="warn">
            {sayError(error)}
          </p>
        ) : (
          <p role="status" className={styles.progress}>
            <Loader size={16} aria-hidden /> {t('preview.begins')}
          </p>
        )
      ) : (
        <div className={styles.shown} data-old={isOld || undefined}>
          <p className={listen.sum} data-testid="preview-sum">
            {t('preview.found', { count: sum.found, days })}{' '}
            {sum.found > 0 &&
              status === 'done' &&
              (perDay >= 1
                ? t('preview.perDay', { count: Math.round(perDay) })
                : t('preview.perWeek', { count: Math.max(1, Math.round(perDay * 7)) }))}
          </p>
          <p className={styles.progress} role="status" data-status={status}>
            {status === 'running' && <Loader size={14} aria-hidden />}
            <span>
              {t('preview.looked', { count: sum.looked })}
              {sum.backTo && status !== 'done' && (
                <> {t('preview.backTo', { when: sayWhen(sum.backTo, now) })}</>
              )}
              {status === 'stopped' && ` ${t('preview.stopped')}`}
            </span>
            {status === 'running' && (
              <Button size="compact-sm" variant="default" onClick={preview.stop}>
                {t('preview.stop')}
              </Button>
            )}
            {status === 'stopped' && (
              <Button size="compact-sm" variant="default" onClick={preview.again}>
                {t('preview.again')}
              </Button>
            )}
          </p>
          {status === 'failed' && (
            <p role="alert" className={listen.notice} data-tone="warn">
              {t('preview.failed', { why: sayError(error) })}{' '}
              <button type="button" className={styles.link} onClick={preview.again}>
                {t('common:error.retry')}
              </button>
            </p>
          )}
          {sum.found === 0 && status === 'done' ? (
            <Empty icon={<IconSearch size={26} stroke={1.6} />} title={t('preview.none.title')}>
              <p className={styles.flat}>{t('preview.none.body')}</p>
            </Empty>
          ) : (
            <>
              <StepsChart title={t('preview.hits')} unit={t('chart.day')} steps={steps} small />
              <PreviewWords
                sum={sum}
                written={written}
                canWrite={canWrite}
                isRejecting={rejected.length > 0}
                onShow={(term) => onShow(placeOf(query ?? '', term))}
                onExclude={leaveOut}
              />
              <Samples samples={sum.samples} rejected={rejected} onReject={reject} />
            </>
          )}
        </div>
      )}
    </section>
  )
}

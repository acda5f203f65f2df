import { Button, Loader } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import { channelsQuery, importHistory, stopHistory } from '@/api/channels'
import type { Channel, HistoryReach } from '@/api/types'
import { sayDay } from '@/ui/time'
import { sayFailure } from '@/ui/toast'
import settings from '../settings.module.css'
import styles from './history.module.css'

// How far back a channel was read, and the way to read further.
export function History({ channel, mayManage }: { channel: Channel; mayManage: boolean }) {
  const { t } = useTranslation('acts')
  const cache = useQueryClient()
  const [reach, setReach] = useState<HistoryReach>('quarter')
  const settle = () => cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
  const start = useMutation({
    mutationFn: (wanted: HistoryReach) => importHistory(channel.id, wanted),
    onError: sayFailure,
    onSettled: settle,
  })
  const stop = useMutation({
    mutationFn: () => stopHistory(channel.id),
    onError: sayFailure,
    onSettled: settle,
  })
  const { history } = channel
  const running = history?.state === 'running'
  const choice = `history-${channel.id}`

  return (
    <section className={styles.history} aria-label={t('history.title')} data-testid="history">
      <h4 className={styles.title}>{t('history.title')}</h4>
      <p className={styles.state} aria-live="polite">
        {running && <Loader size={14} aria-hidden />}
        {history ? <State history={history} /> : t('history.first')}
      </p>
      {history?.note && <p className={styles.note}>{history.note}</p>}
      {mayManage && channel.state !== 'disconnected' && (
        <div className={styles.tools}>
          {running ? (
            <Button
              size="compact-md"
              variant="default"
              loading={stop.isPending}
              onClick={() => stop.mutate()}
            >
              {t('history.stop')}
            </Button>
          ) : (
            <>
              <label className={styles.label} htmlFor={choice}>
                {t('history.choose')}
              </label>
              <select
                id={choice}
                className={styles.choice}
                value={reach}
                onChange={(event) => setReach(event.currentTarget.value as HistoryReach)}
              >
                {(['quarter', 'year', 'all'] as const).map((one) => (
                  <option key={one} value={one}>
                    {t(`history.${one}`)}
                  </option>
                ))}
              </select>
              <Button
                size="compact-md"
                variant="default"
                loading={start.isPending}
                onClick={() => start.mutate(reach)}
              >
                {t(history?.state === 'stopped' ? 'history.goOn' : 'history.go')}
              </Button>
              <span className={settings.small}>{t('history.hint')}</span>
            </>
          )}
        </div>
      )}
    </section>
  )
}

function State({ history }: { history: NonNullable<Channel['history']> }) {
  const { t } = useTranslation('acts')
  const { state, back_to, reached } = history
  const so = reached ? t('history.reached', { when: sayDay(reached) }) : t('history.begun')
  const posts = t('history.posts', { count: history.posts })
  if (state === 'done') {
    const when = sayDay(reached ?? back_to ?? history.started_at)
    const words = back_to
      ? t('history.done', { when: sayDay(back_to) })
      : t('history.doneAll', { when })
    return `${words} · ${posts}`
  }
  if (state === 'stopped') return `${t('history.stopped')}, ${so} · ${posts}`
  const words = back_to ? t('history.running', { when: sayDay(back_to) }) : t('history.runningAll')
  return `${words}, ${so} · ${posts}`
}

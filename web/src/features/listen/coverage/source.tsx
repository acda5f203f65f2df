import { Button, Loader } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { readGap, stopReading } from '@/api/listening/coverage'
import { coverageKey } from '@/api/listening/keys'
import type { Backfill, ListeningSource, ReadSpan } from '@/api/listening/types'
import { useMayManage } from '@/api/session'
import type { Id } from '@/api/types'
import { NetworkGlyph } from '@/ui/network-glyph'
import { networkName } from '@/ui/networks'
import { TableTwin } from '@/ui/table-twin'
import { sayExactly, sayFor, sayWhen } from '@/ui/time'
import { say, sayFailure } from '@/ui/toast'
import { useNow } from '@/ui/use-now'
import { When } from '@/ui/when'
import listen from '../shared/listen.module.css'
import styles from './coverage.module.css'
import { gapsOf, type Line, placeOn } from './line'

interface Props {
  source: ListeningSource
  line: Line | null
  // The account that its gaps can be read through, if there is one.
  through: Id | null
  // What of it is, or was, read back.
  backfills: readonly Backfill[]
}

// What was read of one source, drawn and as a table.
export function Source({ source, line, through, backfills }: Props) {
  const { t, i18n } = useTranslation('listen')
  const now = useNow()
  const { network, handle, state, error, read_to, spans } = source
  const name = i18n.exists(`listen:source.${source.source}`)
    ? t(`source.${source.source}` as never)
    : source.source.replaceAll('_', ' ')
  const gaps = gapsOf(source)
  return (
    <li className={`${listen.card} ${listen.padded}`} data-testid="source">
      <div className={styles.top}>
        <h2 className={styles.name}>
          <NetworkGlyph network={network} size={18} /> {networkName(network)}: {name}
          {handle && <bdi className={styles.handle}> @{handle}</bdi>}
        </h2>
        <span className={styles.state} data-state={state}>
          {t(`coverage.state.${state}`)}
        </span>
      </div>
      <p className={styles.fine}>
        {read_to ? (
          <>
            {t('coverage.readTo')} <When at={read_to} />
          </>
        ) : (
          t('coverage.nothingRead')
        )}
        {state === 'reconnect' && (
          <>
            {' · '}
            <Link to="/settings/channels">{t('coverage.reconnect')}</Link>
          </>
        )}
      </p>
      {error && <p className={styles.error}>{error}</p>}
      {line && (
        <>
          <div className={styles.line} aria-hidden>
            {spans.map((span) => {
              const place = placeOn(line, span)
              if (!place) return null
              return (
                <span
                  key={span.from}
                  className={styles.span}
                  data-gap={!span.complete || undefined}
                  style={{ left: `${place.left}%`, width: `${place.width}%` }}
                  title={`${sayExactly(span.from)} – ${sayExactly(span.to)}${span.reason ? `: ${span.reason}` : ''}`}
                />
              )
            })}
          </div>
          <div className={styles.axis} aria-hidden>
            <span>{sayWhen(new Date(line.from).toISOString(), now)}</span>
            <span>{t('coverage.now')}</span>
          </div>
        </>
      )}
      {backfills.length > 0 && (
        <ul className={styles.gaps} aria-label={t('coverage.backfills')}>
          {backfills.map((backfill) => (
            <BackfillLine key={backfill.id} backfill={backfill} />
          ))}
        </ul>
      )}
      {gaps.length > 0 && (
        <ul className={styles.gaps} aria-label={t('coverage.gapsOf', { name })}>
          {gaps.map((gap) => (
            <Gap
              key={gap.from}
              gap={gap}
              through={through}
              isBusy={backfills.some(({ state }) => state === 'running')}
            />
          ))}
        </ul>
      )}
      {spans.length > 0 && (
        <TableTwin
          says={t('chart.table')}
          heads={(['from', 'to', 'what'] as const).map((key) => ({
            key,
            name: t(`coverage.${key}`),
          }))}
        >
          {spans.toReversed().map(({ from, to, complete, reason }) => (
            <tr key={from}>
              <td>
                <When at={from} />
              </td>
              <td>
                <When at={to} />
              </td>
              <td>{complete ? t('coverage.read') : (reason ?? t('coverage.gap'))}</td>
            </tr>
          ))}
        </TableTwin>
      )}
    </li>
  )
}

interface GapProps {
  gap: ReadSpan
  through: Id | null
  isBusy: boolean
}

// A time that was not read: why, and the way to read it after all.
function Gap({ gap, through, isBusy }: GapProps) {
  const { t } = useTranslation('listen')
  const cache = useQueryClient()
  const mayManage = useMayManage()
  const { from, to, reason } = gap
  const read = useMutation({
    mutationFn: async () => {
      if (through) await readGap({ channel_id: through, from, to })
    },
    onSuccess: () => say(t('coverage.begun')),
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: coverageKey }),
  })
  return (
    <li className={styles.gap}>
      <span>
        <strong>
          {t('coverage.missing', { time: sayFor(Date.parse(to) - Date.parse(from)) })}
        </strong>{' '}
        <When at={from} /> – <When at={to} />
        {reason && <span className={styles.reason}> · {reason}</span>}
      </span>
      {mayManage && through && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={isBusy}
          loading={read.isPending}
          onClick={() => read.mutate()}
        >
          {t('coverage.readGap')}
        </Button>
      )}
    </li>
  )
}

function BackfillLine({ backfill }: { backfill: Backfill }) {
  const { t } = useTranslation('listen')
  const cache = useQueryClient()
  const mayManage = useMayManage()
  const { id, state, from, to, posts, note } = backfill
  const stop = useMutation({
    mutationFn: () => stopReading(id),
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: coverageKey }),
  })
  return (
    <li className={styles.gap} data-testid="backfill">
      <span>
        {state === 'running' && <Loader size={14} className={styles.loader} aria-hidden />}{' '}
        <strong>{t(`coverage.backfill.${state}`)}</strong> <When at={from} /> – <When at={to} />
        {' · '}
        {t('posts', { count: posts })}
        {note && <span className={styles.reason}> · {note}</span>}
      </span>
      {mayManage && state === 'running' && (
        <Button
          size="compact-sm"
          variant="default"
          loading={stop.isPending}
          onClick={() => stop.mutate()}
        >
          {t('coverage.backfill.stop')}
        </Button>
      )}
    </li>
  )
}

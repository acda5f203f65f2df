import { IconAntenna } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/api/channels'
import { coverageQuery } from '@/api/listening/coverage'
import type { Coverage } from '@/api/listening/types'
import type { Channel } from '@/api/types'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { useNow } from '@/ui/use-now'
import { Coming } from '../shared/coming'
import listen from '../shared/listen.module.css'
import { ListenFrame } from '../shared/listen-frame'
import { Stale } from '../shared/stale'
import styles from './coverage.module.css'
import { gapsOf, lineOf } from './line'
import { backfillsOf, readsBack } from './reading-back'
import { Source } from './source'

// What was read and what was not: a gap is shown as a gap.
export function CoverageScreen() {
  const { t } = useTranslation('listen')
  const coverage = useQuery(coverageQuery)
  return (
    <ListenFrame title={t('coverage.title')} intro={t('coverage.intro')}>
      {coverage.isPending ? (
        <Coming height={130} />
      ) : !coverage.data ? (
        <Failure error={coverage.error} retry={() => void coverage.refetch()} />
      ) : coverage.data.sources.length === 0 ? (
        <section className={listen.card}>
          <Empty icon={<IconAntenna size={26} stroke={1.6} />} title={t('coverage.none.title')}>
            <p style={{ margin: '0 0 12px' }}>{t('coverage.none.body')}</p>
            <Link to="/settings/channels">{t('coverage.none.go')}</Link>
          </Empty>
        </section>
      ) : (
        <>
          <Stale query={coverage} />
          <Sources coverage={coverage.data} />
        </>
      )}
    </ListenFrame>
  )
}

const noChannels: Channel[] = []

function Sources({ coverage: { sources, backfills } }: { coverage: Coverage }) {
  const { t } = useTranslation('listen')
  const { data: channels = noChannels } = useQuery(channelsQuery)
  const line = lineOf(sources, useNow())
  const gaps = sources.reduce((sum, source) => sum + gapsOf(source).length, 0)
  const stopped = sources.filter(({ state }) => state === 'error' || state === 'reconnect').length
  return (
    <>
      <p className={listen.sum} data-testid="coverage-sum">
        {gaps === 0 ? t('coverage.noGaps') : t('coverage.gaps', { count: gaps })}{' '}
        {stopped > 0 && t('coverage.stopped', { count: stopped })}
      </p>
      <p className={styles.legend}>
        {(['read', 'gap', 'before'] as const).map((of) => (
          <span key={of} className={styles.kind}>
            <span className={styles.key} data-of={of} aria-hidden /> {t(`coverage.${of}`)}
          </span>
        ))}
      </p>
      <ul className={styles.sources} data-testid="sources">
        {sources.map((source) => (
          <Source
            key={`${source.channel_id} ${source.network} ${source.source}`}
            source={source}
            line={line}
            through={readsBack(source, channels)}
            backfills={backfillsOf(source, backfills, channels)}
          />
        ))}
      </ul>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { CoverageSource, CoverageSpan } from '@/api/types'
import { sayFor, sayWhen } from '@/ui/time'
import { Tip } from '@/ui/tip'
import { useNow } from '@/ui/use-now'
import styles from './coverage.module.css'
import { coverageScale, placeSpan, type Scale } from './coverage-scale'

// What we have read and what we have not: a gap is shown as a gap.
interface Props {
  sources: readonly CoverageSource[]
  handle: string
}

export function Coverage({ sources, handle }: Props) {
  const { t } = useTranslation('settings')
  const now = useNow()
  const scale = coverageScale(sources, now)
  const gaps = sources.flatMap((source) =>
    source.spans.filter((span) => !span.complete).map((span) => ({ span, source })),
  )

  return (
    <section
      className={styles.coverage}
      data-look="coverage"
      aria-label={t('coverage.title', { handle })}
    >
      {sources.map((source) => (
        <Source key={source.source} source={source} scale={scale} />
      ))}
      {scale && (
        <div className={styles.axis} aria-hidden>
          <span>{sayWhen(new Date(scale.from).toISOString(), now)}</span>
          <span>{t('coverage.now')}</span>
        </div>
      )}
      {gaps.length === 0 ? (
        <p className={styles.fine}>{t('coverage.noGaps')}</p>
      ) : (
        <details className={styles.gaps}>
          <summary>{t('coverage.gaps', { count: gaps.length })}</summary>
          <table>
            <thead>
              <tr>
                <th scope="col">{t('coverage.source')}</th>
                <th scope="col">{t('coverage.from')}</th>
                <th scope="col">{t('coverage.to')}</th>
                <th scope="col">{t('coverage.reason')}</th>
              </tr>
            </thead>
            <tbody>
              {gaps.map(({ span, source }) => (
                <tr key={`${source.source}${span.from}`}>
                  <td>{source.label}</td>
                  <td>{sayWhen(span.from, now)}</td>
                  <td>{sayWhen(span.to, now)}</td>
                  <td>{span.reason ?? t('coverage.unknown')}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </section>
  )
}

function Source({ source, scale }: { source: CoverageSource; scale: Scale | null }) {
  const { t } = useTranslation('settings')
  const now = useNow()
  return (
    <div className={styles.source}>
      <div className={styles.line}>
        <span className={styles.label}>{source.label}</span>
        <span className={styles.readTo}>
          {source.read_to
            ? t('coverage.readTo', { when: sayWhen(source.read_to, now) })
            : t('coverage.notYet')}
        </span>
      </div>
      <div className={styles.bar}>
        {scale &&
          source.spans.map((span) => (
            <Span key={`${span.from}${span.complete}`} span={span} scale={scale} />
          ))}
      </div>
      {source.last_error && source.last_error_at && (
        <p className={styles.error}>
          {t('coverage.lastError', {
            when: sayWhen(source.last_error_at, now),
            error: source.last_error,
          })}
        </p>
      )}
    </div>
  )
}

function Span({ span, scale }: { span: CoverageSpan; scale: Scale }) {
  const { t } = useTranslation('settings')
  const now = useNow()
  const place = placeSpan(span, scale)
  if (!place) return null
  const words = t(span.complete ? 'coverage.read' : 'coverage.gap', {
    from: sayWhen(span.from, now),
    to: sayWhen(span.to, now),
    time: sayFor(Date.parse(span.to) - Date.parse(span.from)),
    reason: span.reason ?? t('coverage.unknown'),
  })
  return (
    <Tip label={words}>
      <span
        className={styles.span}
        data-gap={!span.complete || undefined}
        style={{ left: `${place.left}%`, width: `${place.width}%` }}
        role="img"
        aria-label={words}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a mark can be focused to hear what it says
        tabIndex={0}
      />
    </Tip>
  )
}

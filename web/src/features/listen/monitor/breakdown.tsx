import { IconExternalLink } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sentiments } from '@/api/conversations/view'
import type { HeardFilter } from '@/api/listening/monitors'
import type { MonitorSummary } from '@/api/listening/types'
import { languageName } from '@/ui/language-name'
import { NetworkGlyph } from '@/ui/network-glyph'
import { networkName, safeUrl } from '@/ui/networks'
import { sayCount } from '@/ui/say-count'
import { useIsPhone } from '@/ui/use-media'
import listen from '../shared/listen.module.css'
import { sayAuthor } from '../shared/say-author'
import styles from './monitor.module.css'
import { isOpen, openPart, sayLink } from './opening'
import { useHeardFilter } from './use-heard-filter'

interface Row {
  key: string
  name: ReactNode
  total: number
  // What its number opens.
  filter: Partial<HeardFilter>
  // The page that it is.
  page?: { url: string; title: string }
}

// How what was heard divides. Each number opens the posts it counts; pressed again it opens all.
export function Breakdown({ summary, isAll }: { summary: MonitorSummary; isAll: boolean }) {
  const { t } = useTranslation(['listen', 'inbox'])
  const phone = useIsPhone()
  const parts: { title: string; rows: Row[]; most?: number }[] = [
    {
      title: t('parts.states'),
      rows: summary.states.map(({ key, total }) => ({
        key,
        name: t(`state.${key}` as never),
        total,
        filter: { state: key, skip_reason: undefined },
      })),
    },
    {
      title: t('parts.skipped'),
      rows: summary.skip_reasons.map(({ key, total }) => ({
        key,
        name: t(`inbox:skip.${key}` as never),
        total,
        filter: { state: 'skipped', skip_reason: key },
      })),
    },
    {
      title: t('parts.sentiments'),
      rows: summary.sentiments.map(({ key, total }) => ({
        key,
        name: t(`inbox:reading.sentiment.${key}` as never),
        total,
        filter: { sentiment: sentiments.find((one) => one === key) },
      })),
    },
    {
      title: t('parts.reasons'),
      rows: summary.reasons.map(({ key, name, total }) => ({
        key,
        name: <bdi>{name || key}</bdi>,
        total,
        filter: { reason: key },
      })),
    },
    {
      title: t('parts.authors'),
      rows: summary.authors.map(({ account, total }) => ({
        key: account.id,
        name: (
          <>
            <NetworkGlyph network={account.network} size={14} /> <bdi>{sayAuthor(account)}</bdi>
          </>
        ),
        total,
        filter: { author: account.id },
      })),
    },
    {
      title: t('parts.networks'),
      rows: summary.networks.map(({ key: network, total }) => ({
        key: network,
        name: (
          <>
            <NetworkGlyph network={network} size={14} /> {networkName(network)}
          </>
        ),
        total,
        filter: { network },
      })),
    },
    {
      title: t('parts.sites'),
      rows: summary.sites.map(({ key: site, total }) => ({
        key: site,
        name: <bdi>{site}</bdi>,
        total,
        filter: { site },
      })),
    },
    {
      title: t('parts.links'),
      rows: summary.links.map(({ key: url, name: title, total }) => ({
        key: url,
        name: <bdi title={url}>{title || sayLink(url)}</bdi>,
        total,
        filter: { link: url },
        page: { url, title: title || sayLink(url) },
      })),
    },
    {
      title: t('parts.languages'),
      rows: summary.languages.map(({ key: language, total }) => ({
        key: language,
        name: languageName(language) || t('parts.unknown'),
        total,
        filter: { language },
      })),
    },
  ]
  const filled = parts.filter(({ rows }) => rows.length > 0)
  if (filled.length === 0) return null
  const shown = filled.map(({ title, rows }) => (
    <Part key={title} title={title} rows={rows} summary={summary} />
  ))
  return (
    <section aria-label={t('parts.title')} data-testid="breakdown">
      {!isAll && summary.looked_at < summary.total && (
        <p className={listen.small}>
          {t('parts.looked', { count: summary.looked_at, total: summary.total })}
        </p>
      )}
      {phone ? (
        <details className={styles.folded}>
          <summary>{t('parts.title')}</summary>
          {shown}
        </details>
      ) : (
        shown
      )}
    </section>
  )
}

const atFirst = 5

interface PartProps {
  title: string
  rows: readonly Row[]
  summary: MonitorSummary
}

function Part({ title, rows, summary }: PartProps) {
  const { t } = useTranslation('listen')
  const { filter } = useHeardFilter()
  const [all, setAll] = useState(false)
  const most = Math.max(...rows.map(({ total }) => total), 1)
  const shown = all ? rows : rows.slice(0, atFirst)
  return (
    <section className={styles.part} aria-label={title}>
      <h2 className={styles.partTitle}>{title}</h2>
      <ul className={styles.rows}>
        {shown.map(({ key, name, total, filter: more, page }) => (
          <li key={key} className={styles.row}>
            <Link
              to="."
              search={openPart(summary, filter, more) as never}
              replace
              resetScroll={false}
              className={styles.rowLine}
              aria-current={isOpen(filter, more) ? 'true' : undefined}
            >
              <span className={styles.rowName}>{name}</span>
              <span className={styles.rowCount}>{sayCount(total)}</span>
              <span className={styles.rowBar} aria-hidden>
                <span style={{ width: `${(100 * total) / most}%` }} />
              </span>
            </Link>
            {page && safeUrl(page.url) && (
              <a
                href={page.url}
                target="_blank"
                rel="noopener noreferrer nofollow"
                className={styles.rowPage}
                aria-label={t('parts.page', { title: page.title })}
              >
                <IconExternalLink size={16} stroke={1.7} aria-hidden />
              </a>
            )}
          </li>
        ))}
      </ul>
      {rows.length > atFirst && (
        <button
          type="button"
          className={styles.rowMore}
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t('parts.fewer') : t('parts.more', { count: rows.length - atFirst })}
        </button>
      )}
    </section>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { alertsQuery, isNotThere } from '@/api/listening/alerts'
import styles from './listen.module.css'

interface Props {
  title: string
  intro?: string
  // What can be done here, beside the title.
  tools?: ReactNode
  // A monitor and its editor need the room, and lie within the monitors.
  wide?: boolean
  children: ReactNode
}

// One of the screens of Listen, and the way to the others.
export function ListenFrame({ title, intro, tools, wide, children }: Props) {
  const { t } = useTranslation('listen')
  const { data: alerts, error } = useInfiniteQuery(alertsQuery)
  const unread = (alerts?.pages[0]?.items ?? []).filter((alert) => !alert.read).length
  useEffect(() => {
    document.title = `${title} · Rapport`
  }, [title])
  return (
    <div className={styles.screen} data-scrolls>
      <div className={styles.column} data-wide={wide || undefined}>
        <nav className={styles.places} aria-label={t('title')}>
          <Link
            to="/listen"
            activeOptions={{ exact: true, includeSearch: false }}
            className={styles.place}
            data-within={wide}
          >
            {t('places.monitors')}
          </Link>
          <Link to="/listen/coverage" className={styles.place}>
            {t('places.coverage')}
          </Link>
          {!isNotThere(error) && (
            <Link to="/listen/alerts" className={styles.place} data-testid="alerts-link">
              {t('places.alerts')}
              {unread > 0 && (
                <span className={styles.badge}>{t('alerts.unread', { count: unread })}</span>
              )}
            </Link>
          )}
        </nav>
        <header className={styles.header}>
          <div>
            <h1 className={styles.title}>
              <bdi>{title}</bdi>
            </h1>
            {intro && <p className={styles.intro}>{intro}</p>}
          </div>
          {tools && <div className={styles.tools}>{tools}</div>}
        </header>
        {children}
      </div>
    </div>
  )
}

import '@mantine/core/styles/FloatingIndicator.css'
import { SegmentedControl } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './insights.module.css'
import type { Days } from './summary'

const periods = [7, 30, 90, 365]
const places = [
  { to: '/insights/reasons', word: 'reasons' },
  { to: '/insights/topics', word: 'topics' },
] as const

interface Props {
  title: string
  intro: string
  // Without it there is nothing yet to look back on.
  period?: Days
  children: ReactNode
}

// One of the screens that sum up what people say, and the way to the others.
export function InsightScreen({ title, intro, period, children }: Props) {
  const { t } = useTranslation('insights')
  useEffect(() => {
    document.title = `${title} · Rapport`
  }, [title])
  return (
    <div className={styles.screen}>
      <div className={styles.column}>
        <nav className={styles.places} aria-label={t('title')}>
          {places.map(({ to, word }) => (
            <Link
              key={to}
              to={to}
              search={{ days: lookedBack(period) }}
              activeOptions={{ includeSearch: false }}
              className={styles.place}
            >
              {t(`places.${word}`)}
            </Link>
          ))}
        </nav>
        <header className={styles.header}>
          <div>
            <h1 className={styles.title}>{title}</h1>
            <p className={styles.intro}>{intro}</p>
          </div>
          {period && (
            <SegmentedControl
              aria-label={t('days')}
              value={String(period.days)}
              onChange={(value) => period.look(Number(value))}
              data={periods.map((count) => ({
                value: String(count),
                label: t('period', { count }),
              }))}
            />
          )}
        </header>
        {children}
      </div>
    </div>
  )
}

// As it stands in the address.
const lookedBack = (period?: Days) => (period?.days === usualDays ? undefined : period?.days)

export const usualDays = 30

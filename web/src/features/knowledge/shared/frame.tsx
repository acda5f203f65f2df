import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './knowledge.module.css'

interface Props {
  title: string
  intro?: string
  // What can be done here, beside the title.
  tools?: ReactNode
  // An article needs the room, and lies within the articles.
  wide?: boolean
  // The title stands on the screen already.
  quiet?: boolean
  children: ReactNode
}

// One of the screens of Knowledge, and the way to the others.
export function Frame({ title, intro, tools, wide, quiet, children }: Props) {
  const { t } = useTranslation('knowledge')
  const places = useRef<HTMLElement>(null)
  // On a phone they are more than fit.
  useEffect(() => {
    const here = places.current?.querySelector('[data-status="active"]')
    here?.scrollIntoView({ block: 'nearest', inline: 'center' })
  }, [])
  useEffect(() => {
    document.title = `${title} · Rapport`
  }, [title])
  return (
    <div className={styles.screen} data-scrolls>
      <div className={styles.column} data-wide={wide || undefined}>
        <nav ref={places} className={styles.places} aria-label={t('title')}>
          <Link
            to="/knowledge"
            activeOptions={{ exact: true, includeSearch: false }}
            className={styles.place}
            data-within={wide}
          >
            {t('places.articles')}
          </Link>
          <Link to="/knowledge/categories" className={styles.place}>
            {t('places.categories')}
          </Link>
          <Link to="/knowledge/move" className={styles.place}>
            {t('places.move')}
          </Link>
          <Link to="/knowledge/site" className={styles.place}>
            {t('places.site')}
          </Link>
        </nav>
        <header className={quiet ? styles.hidden : styles.header}>
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

import { IconKey, IconPlugConnected, IconUser } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './settings.module.css'

const places = [
  { to: '/settings/channels', word: 'channels.title', Icon: IconPlugConnected },
  { to: '/settings/tokens', word: 'tokens.title', Icon: IconKey },
  { to: '/settings/you', word: 'you.title', Icon: IconUser },
] as const

export function SettingsScreen() {
  const { t } = useTranslation('settings')
  useEffect(() => {
    document.title = `${t('title')} · Rapport`
  }, [t])
  return (
    <div className={styles.screen}>
      <nav className={styles.nav} aria-label={t('title')}>
        <h1 className={styles.heading}>{t('title')}</h1>
        <div className={styles.links}>
          {places.map(({ to, word, Icon }) => (
            <Link key={to} to={to} className={styles.link}>
              <Icon size={19} stroke={1.6} aria-hidden />
              {t(word)}
            </Link>
          ))}
        </div>
      </nav>
      <div className={styles.page}>
        <div className={styles.column}>
          <Outlet />
        </div>
      </div>
    </div>
  )
}

import {
  IconBuildingStore,
  IconHistory,
  IconKey,
  IconMessageCircle,
  IconPlugConnected,
  IconSchool,
  IconTag,
  IconUser,
  IconUsers,
} from '@tabler/icons-react'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay } from '@/api/session'
import styles from './settings.module.css'

const places = [
  { to: '/settings/channels', word: 'channels.title', Icon: IconPlugConnected },
  { to: '/settings/voice', word: 'voice.title', Icon: IconMessageCircle },
  { to: '/settings/tags', word: 'tags.title', Icon: IconTag },
  { to: '/settings/learning', word: 'learning.title', Icon: IconSchool },
  { to: '/settings/team', word: 'team:team.title', Icon: IconUsers },
  { to: '/settings/workspace', word: 'team:workspace.title', Icon: IconBuildingStore },
  { to: '/settings/audit', word: 'team:audit.title', Icon: IconHistory, needs: 'see_audit' },
  { to: '/settings/tokens', word: 'tokens.title', Icon: IconKey },
  { to: '/settings/you', word: 'you.title', Icon: IconUser },
] as const

export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'team'])
  const mayAudit = useMay('see_audit')
  const shown = places.filter((place) => !('needs' in place) || mayAudit)
  useEffect(() => {
    document.title = `${t('title')} · Rapport`
  }, [t])
  // On a phone they are a row that is wider than the screen.
  const links = useRef<HTMLDivElement>(null)
  const { pathname } = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address says which link is the active one
  useEffect(() => {
    const active = links.current?.querySelector('[data-status="active"]')
    active?.scrollIntoView({ inline: 'center', block: 'nearest' })
  }, [pathname])
  return (
    <div className={styles.screen}>
      <nav className={styles.nav} aria-label={t('title')}>
        <h1 className={styles.heading}>{t('title')}</h1>
        <div className={styles.links} ref={links}>
          {shown.map(({ to, word, Icon }) => (
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

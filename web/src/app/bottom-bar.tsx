import {
  IconBook,
  IconChartBar,
  IconEar,
  IconInbox,
  IconSearch,
  IconSettings,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import styles from './shell.module.css'

// The same places as the rail, within reach of a thumb.
export function BottomBar({ onPalette }: { onPalette: () => void }) {
  const { t } = useTranslation()
  return (
    <nav className={styles.bottom} aria-label={t('shell.navigation')}>
      <Link to="/inbox" className={styles.link}>
        <IconInbox size={22} stroke={1.6} aria-hidden />
        {t('shell.inbox')}
      </Link>
      <Link to="/listen" className={styles.link}>
        <IconEar size={22} stroke={1.6} aria-hidden />
        {t('shell.listen')}
      </Link>
      <Link to="/knowledge" className={styles.link}>
        <IconBook size={22} stroke={1.6} aria-hidden />
        {t('shell.knowledge')}
      </Link>
      <Link to="/insights" className={styles.link}>
        <IconChartBar size={22} stroke={1.6} aria-hidden />
        {t('shell.insights')}
      </Link>
      <button type="button" className={styles.link} onClick={onPalette}>
        <IconSearch size={22} stroke={1.6} aria-hidden />
        {t('palette.find')}
      </button>
      <Link to="/settings" className={styles.link} data-look="settings">
        <IconSettings size={22} stroke={1.6} aria-hidden />
        {t('shell.settings')}
      </Link>
    </nav>
  )
}

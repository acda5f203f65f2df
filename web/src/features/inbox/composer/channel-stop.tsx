import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Speaker } from '@/api/types'
import { networkName } from '@/ui/networks'
import styles from './composer.module.css'

// Why nothing can be sent from here at the moment, and where to mend it.
export function ChannelStop({ network, speaker }: { network: string; speaker: Speaker }) {
  const { t } = useTranslation('inbox')
  if (speaker.state === 'connected') return null
  return (
    <p className={styles.stop}>
      {t(speaker.state === 'reconnect' ? 'composer.reconnect' : 'composer.disconnected', {
        network: networkName(network),
        handle: speaker.handle,
      })}{' '}
      <Link to="/settings/channels">{t('composer.mend')}</Link>
    </p>
  )
}

import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Conversation } from '@/api/types'
import { networkName } from '@/ui/networks'
import styles from './composer.module.css'

// Why nothing can be sent from here at the moment, and where to mend it.
export function ChannelStop({ channel }: { channel: Conversation['channel'] }) {
  const { t } = useTranslation('inbox')
  if (channel.state === 'connected') return null
  return (
    <p className={styles.stop}>
      {t(channel.state === 'reconnect' ? 'composer.reconnect' : 'composer.disconnected', {
        network: networkName(channel.network),
        handle: channel.handle,
      })}{' '}
      <Link to="/settings/channels">{t('composer.mend')}</Link>
    </p>
  )
}

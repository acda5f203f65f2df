import { Button, Skeleton } from '@mantine/core'
import { IconPlugConnected, IconPlus, IconRss } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/api/channels'
import { useMayManage } from '@/api/session'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import styles from '../settings.module.css'
import { ChannelCard } from './channel-card'

const ConnectDialog = lazy(() => import('./connect-dialog'))
const FeedDialog = lazy(() => import('./feed-dialog'))

export function ChannelsPage() {
  const { t } = useTranslation(['settings', 'common'])
  const channels = useQuery(channelsQuery)
  const mayManage = useMayManage()
  const [connecting, setConnecting] = useState(false)
  const [adding, setAdding] = useState(false)
  const connect = mayManage && (
    <span
      className={styles.buttons}
      style={{ justifyContent: channels.data?.length === 0 ? 'center' : undefined }}
    >
      <Button
        variant="default"
        leftSection={<IconRss size={18} stroke={1.8} />}
        onClick={() => setAdding(true)}
      >
        {t('feed.add')}
      </Button>
      <Button leftSection={<IconPlus size={18} stroke={1.8} />} onClick={() => setConnecting(true)}>
        {t('channels.connect')}
      </Button>
    </span>
  )

  return (
    <>
      <div className={styles.top}>
        <div>
          <h2 className={styles.title}>{t('channels.title')}</h2>
          <p className={styles.intro}>{t('channels.intro')}</p>
        </div>
        {(channels.data?.length ?? 0) > 0 && connect}
      </div>
      {channels.isPending ? (
        <Skeleton height={260} radius={14} role="status" aria-label={t('common:loading')} />
      ) : !channels.data ? (
        <Failure error={channels.error} retry={() => void channels.refetch()} />
      ) : channels.data.length === 0 ? (
        <Empty icon={<IconPlugConnected size={26} stroke={1.6} />} title={t('channels.empty')}>
          <p style={{ margin: '0 0 16px' }}>{t('channels.emptyHint')}</p>
          {connect}
        </Empty>
      ) : (
        channels.data.map((channel) => (
          <ChannelCard key={channel.id} channel={channel} mayManage={mayManage} />
        ))
      )}
      {adding && (
        <Suspense>
          <FeedDialog onClose={() => setAdding(false)} />
        </Suspense>
      )}
      {connecting && (
        <Suspense>
          <ConnectDialog onClose={() => setConnecting(false)} />
        </Suspense>
      )}
    </>
  )
}

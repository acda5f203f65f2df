import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery, disconnectChannel, reconnectChannel } from '@/api/channels'
import type { Channel } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { isReadOnly, networkName, sayHandle } from '@/ui/networks'
import { say, sayFailure } from '@/ui/toast'
import { When } from '@/ui/when'
import settings from '../settings.module.css'
import styles from './channel-card.module.css'
import { Coverage } from './coverage'
import { History } from './history'

const ReconnectDialog = lazy(() => import('./reconnect-dialog'))

export function ChannelCard({ channel, mayManage }: { channel: Channel; mayManage: boolean }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const readOnly = isReadOnly(channel.network)
  const [signingIn, setSigningIn] = useState(false)
  const disconnect = useMutation({
    mutationFn: () => disconnectChannel(channel.id),
    onSuccess: () =>
      say(
        readOnly
          ? t('feed.stopped', { name: channel.account.name })
          : t('channels.disconnected', { handle: channel.account.handle }),
      ),
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  })
  // A feed needs no password to be read again.
  const again = useMutation({
    mutationFn: () => reconnectChannel(channel.id, null),
    onSuccess: () => say(t('feed.back', { name: channel.account.name })),
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  })
  const { account } = channel
  const host = hostOf(channel.service)
  const sandbox = channel.network === 'sandbox'

  return (
    <article className={settings.card} data-testid="channel-row" aria-label={account.handle}>
      <div className={styles.head}>
        <Avatar
          name={account.name || account.handle}
          seed={account.id}
          url={account.avatar_url}
          ours
          size={44}
          network={channel.network}
        />
        <div className={styles.who}>
          <h3 className={styles.name}>
            <bdi>{account.name || account.handle}</bdi>
          </h3>
          <p className={settings.small} style={{ margin: 0 }}>
            {sayHandle(channel.network, account.handle)} · {networkName(channel.network)}
            {host && !readOnly && ` · ${host}`}
          </p>
        </div>
        <State channel={channel} readOnly={readOnly} />
      </div>
      {channel.error && (
        <p className={styles.problem}>
          <IconAlertTriangle size={18} stroke={1.8} aria-hidden />
          {channel.error}
        </p>
      )}
      {channel.sources.length > 0 && <Coverage sources={channel.sources} handle={account.handle} />}
      {!sandbox && !readOnly && <History channel={channel} mayManage={mayManage} />}
      <div className={styles.foot}>
        <span className={settings.small}>
          {t('channels.since')} <When at={channel.connected_at} />
        </span>
        {mayManage && !sandbox && (
          <span className={styles.buttons}>
            {channel.state !== 'disconnected' && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-md"
                loading={disconnect.isPending}
                onClick={() => disconnect.mutate()}
              >
                {t(readOnly ? 'feed.stop' : 'channels.disconnect')}
              </Button>
            )}
            {readOnly ? (
              channel.state !== 'connected' && (
                <Button size="compact-md" loading={again.isPending} onClick={() => again.mutate()}>
                  {t('feed.again')}
                </Button>
              )
            ) : (
              <Button
                variant={channel.state === 'connected' ? 'subtle' : 'filled'}
                color={channel.state === 'connected' ? 'gray' : undefined}
                size="compact-md"
                onClick={() => setSigningIn(true)}
              >
                {t('channels.signIn')}
              </Button>
            )}
          </span>
        )}
      </div>
      {signingIn && (
        <Suspense>
          <ReconnectDialog channel={channel} onClose={() => setSigningIn(false)} />
        </Suspense>
      )}
    </article>
  )
}

function State({ channel, readOnly }: { channel: Channel; readOnly: boolean }) {
  const { t } = useTranslation('settings')
  const Icon = {
    connected: IconCircleCheck,
    reconnect: IconAlertTriangle,
    disconnected: IconPlugConnectedX,
  }[channel.state]
  return (
    <span className={styles.state} data-state={channel.state}>
      <Icon size={17} stroke={1.8} aria-hidden />
      {t(readOnly ? `feed.state.${channel.state}` : `channels.state.${channel.state}`)}
    </span>
  )
}

// The server behind the handle, where it is one worth naming.
function hostOf(service: string | null): string | null {
  const url = URL.parse(service ?? '')
  return url && url.host !== 'bsky.social' ? url.host : null
}

// Where a network sends the browser back to after somebody signed in there: with a code, or without.

import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/settings'
import { channelsQuery, finishSignIn } from '@/api/channels'
import { sayError } from '@/api/http'
import { Empty } from '@/ui/empty'
import { say } from '@/ui/toast'

export function ComeBack() {
  const { t } = useTranslation(['settings', 'common'])
  const cache = useQueryClient()
  const navigate = useNavigate()
  const [brought] = useState(() => new URLSearchParams(window.location.search))
  const state = brought.get('state') ?? ''
  const code = brought.get('code') ?? ''
  // A code works once: asked for once, however often this is drawn.
  const finish = useQuery({
    queryKey: ['sign-in', state, code],
    queryFn: () => finishSignIn({ state, code }),
    enabled: state !== '' && code !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  })
  const channel = finish.data
  useEffect(() => {
    if (!channel) return
    say(t('connect.done', { handle: channel.account.handle }))
    void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
    void navigate({ to: '/settings/channels', replace: true })
  }, [channel, cache, navigate, t])

  const refused = state === '' || code === ''
  if (!refused && !finish.isError) {
    return (
      <Empty icon={<Loader size={26} aria-hidden />} title={t('there.connecting')}>
        <p role="status">{t('there.wait')}</p>
      </Empty>
    )
  }
  return (
    <Empty icon={<IconAlertTriangle size={26} stroke={1.6} />} title={t('there.failed')}>
      <p role="alert" style={{ margin: '0 0 16px' }}>
        {refused
          ? t(brought.get('error') === 'access_denied' ? 'there.denied' : 'there.nothing')
          : sayError(finish.error)}
      </p>
      <Button component={Link} to="/settings/channels">
        {t('there.back')}
      </Button>
    </Empty>
  )
}

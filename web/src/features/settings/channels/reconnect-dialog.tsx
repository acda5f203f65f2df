import { Button, Modal, PasswordInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery, reconnectChannel } from '@/api/channels'
import { sayError } from '@/api/http'
import type { Channel } from '@/api/types'
import { say } from '@/ui/toast'
import { useFocusReturn } from '@/ui/use-focus-return'
import settings from '../settings.module.css'
import styles from './connect-dialog.module.css'
import { SignInThere } from './sign-in-there'

export default function ReconnectDialog({
  channel,
  onClose,
}: {
  channel: Channel
  onClose: () => void
}) {
  const { t } = useTranslation(['settings', 'common'])
  useFocusReturn()
  const done = () => {
    say(t('reconnect.done', { handle: channel.account.handle }))
    onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('reconnect.title', { handle: channel.account.handle })}
      size={440}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {channel.network === 'mastodon' ? (
        <SignInThere begin={{ channel_id: channel.id }} onDone={done} onClose={onClose}>
          {() => (
            <p className={styles.intro}>
              {t('there.again', { host: URL.parse(channel.service ?? '')?.host ?? '' })}
            </p>
          )}
        </SignInThere>
      ) : (
        <WithPassword channel={channel} onDone={done} />
      )}
    </Modal>
  )
}

function WithPassword({ channel, onDone }: { channel: Channel; onDone: () => void }) {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [password, setPassword] = useState('')
  const reconnect = useMutation({
    mutationFn: () => reconnectChannel(channel.id, password.trim()),
    onSuccess: () => {
      void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
      onDone()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    reconnect.mutate()
  }
  return (
    <form className={settings.form} onSubmit={submit}>
      <PasswordInput
        label={t('connect.password')}
        description={t('connect.passwordHint')}
        autoComplete="off"
        required
        withAsterisk={false}
        data-autofocus
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('connect.show') }}
        error={reconnect.error ? sayError(reconnect.error) : undefined}
      />
      <Button type="submit" loading={reconnect.isPending}>
        {t('reconnect.go')}
      </Button>
    </form>
  )
}

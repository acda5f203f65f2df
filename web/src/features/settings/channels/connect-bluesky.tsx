import { Button, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery, connectChannel } from '@/api/channels'
import type { HistoryReach } from '@/api/types'
import { fieldError, formError } from '@/ui/form-error'
import { say } from '@/ui/toast'
import settings from '../settings.module.css'
import styles from './connect-dialog.module.css'
import { HowFarBack } from './how-far-back'

export function ConnectBluesky({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const cache = useQueryClient()
  const [handle, setHandle] = useState('')
  const [password, setPassword] = useState('')
  const [service, setService] = useState('')
  const [history, setHistory] = useState<HistoryReach>('month')
  const connect = useMutation({
    mutationFn: connectChannel,
    onSuccess: (channel) => {
      say(t('connect.done', { handle: channel.account.handle }))
      void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
      onClose()
    },
  })
  const problem = formError(connect.error, ['handle', 'app_password', 'service'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    connect.mutate({
      network: 'bluesky',
      handle: handle.trim().replace(/^@/, ''),
      app_password: password.trim(),
      service: service.trim() || null,
      history,
    })
  }

  return (
    <form className={settings.form} onSubmit={submit}>
      <p className={styles.intro}>{t('connect.intro')}</p>
      <TextInput
        label={t('connect.handle')}
        placeholder={t('connect.handleExample')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        required
        withAsterisk={false}
        data-autofocus
        value={handle}
        onChange={(event) => setHandle(event.currentTarget.value)}
        error={fieldError(connect.error, 'handle')}
      />
      <PasswordInput
        label={t('connect.password')}
        description={t('connect.passwordHint')}
        autoComplete="off"
        required
        withAsterisk={false}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        visibilityToggleButtonProps={{ 'aria-label': t('connect.show') }}
        error={fieldError(connect.error, 'app_password')}
      />
      <HowFarBack value={history} onChange={setHistory} />
      <details className={styles.other}>
        <summary>{t('connect.other')}</summary>
        <TextInput
          type="url"
          label={t('connect.service')}
          description={t('connect.serviceHint')}
          placeholder="https://pds.example.org"
          value={service}
          onChange={(event) => setService(event.currentTarget.value)}
          error={fieldError(connect.error, 'service')}
        />
      </details>
      {problem && (
        <p role="alert" className={settings.error}>
          {problem}
        </p>
      )}
      <div className={settings.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={connect.isPending}>
          {t('connect.go')}
        </Button>
      </div>
    </form>
  )
}

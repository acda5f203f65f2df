import { Button, Modal, NativeSelect, PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import { channelsQuery, connectChannel } from '@/api/channels'
import type { HistoryReach } from '@/api/types'
import { fieldError, formError } from '@/ui/form-error'
import { say } from '@/ui/toast'
import { useFocusReturn } from '@/ui/use-focus-return'
import settings from '../settings.module.css'
import styles from './connect-dialog.module.css'

export default function ConnectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'common', 'acts'])
  useFocusReturn()
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
    <Modal
      opened
      onClose={onClose}
      title={t('connect.title')}
      size={460}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
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
        <NativeSelect
          label={t('acts:history.choose')}
          description={t('acts:history.hint')}
          value={history}
          onChange={(event) => setHistory(event.currentTarget.value as HistoryReach)}
          data={(['month', 'quarter', 'year', 'all'] as const).map((value) => ({
            value,
            label: t(`acts:history.${value}`),
          }))}
        />
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
    </Modal>
  )
}

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HistoryReach } from '@/api/types'
import { fieldError } from '@/ui/form-error'
import { say } from '@/ui/toast'
import styles from './connect-dialog.module.css'
import { HowFarBack } from './how-far-back'
import { SignInThere } from './sign-in-there'

// An account on any server that speaks the Mastodon API.
export function ConnectMastodon({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings')
  const [service, setService] = useState('')
  const [history, setHistory] = useState<HistoryReach>('month')
  return (
    <SignInThere
      begin={{ network: 'mastodon', service: service.trim(), history }}
      onDone={(channel) => {
        say(t('connect.done', { handle: channel.account.handle }))
        onClose()
      }}
      onClose={onClose}
    >
      {(error) => (
        <>
          <p className={styles.intro}>{t('mastodon.intro')}</p>
          <TextInput
            label={t('mastodon.server')}
            description={t('mastodon.serverHint')}
            placeholder="mastodon.social"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            inputMode="url"
            required
            withAsterisk={false}
            data-autofocus
            value={service}
            onChange={(event) => setService(event.currentTarget.value)}
            error={fieldError(error, 'service')}
          />
          <HowFarBack value={history} onChange={setHistory} />
        </>
      )}
    </SignInThere>
  )
}

import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import type { AccountRef } from '@/api/types'
import { useSilence } from '../verbs/use-silence'
import { Ask } from './ask'
import styles from './dialog.module.css'

interface Props {
  verb: 'mute' | 'block'
  account: Pick<AccountRef, 'id' | 'person_id' | 'handle'>
  // The handle of ours that blocks.
  us: string
  onClose: () => void
}

// A block is noticed by whom it meets, and a mute hides their words from the team: each says what it does
// and asks why.
export default function SilenceDialog({ verb, account, us, onClose }: Props) {
  const { t } = useTranslation(['acts', 'common'])
  const [reason, setReason] = useState('')
  const silence = useSilence(account)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    silence.mutate({ verb, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <Ask title={t(`${verb}.title`, { handle: account.handle })} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p style={{ margin: 0 }}>{t(`${verb}.what`, { us })}</p>
        <p style={{ margin: 0 }}>{t('block.here')}</p>
        <TextInput
          label={t('block.reason')}
          description={t('block.hint')}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            type="submit"
            color={verb === 'block' ? 'red' : undefined}
            loading={silence.isPending}
            disabled={!reason.trim()}
          >
            {t(`${verb}.go`)}
          </Button>
        </div>
      </form>
    </Ask>
  )
}

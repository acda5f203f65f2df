import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import type { AccountRef } from '@/api/types'
import { useSilence } from '../verbs/use-silence'
import { AskWhy } from './ask-why'

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
  const { t } = useTranslation('acts')
  const silence = useSilence(account)
  return (
    <AskWhy
      title={t(`${verb}.title`, { handle: account.handle })}
      label={t('block.reason')}
      hint={t('block.hint')}
      go={t(`${verb}.go`)}
      color={verb === 'block' ? 'red' : undefined}
      isPending={silence.isPending}
      onGo={(reason) => silence.mutate({ verb, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p style={{ margin: 0 }}>{t(`${verb}.what`, { us })}</p>
      <p style={{ margin: 0 }}>{t('block.here')}</p>
    </AskWhy>
  )
}

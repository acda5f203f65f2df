import { Button, Kbd, Modal, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SkipReason } from '@/api/types'
import { useFocusReturn } from '@/ui/use-focus-return'
import styles from './monitor.module.css'

const reasons: SkipReason[] = [
  'no_answer_needed',
  'not_for_us',
  'answered_elsewhere',
  'spam',
  'abusive',
  'deleted',
  'other',
]

interface Props {
  onSkip: (reason: SkipReason, detail: string) => void
  onClose: () => void
}

// Why it is passed over: by arrow, by its number, or by pointing.
export function SkipDialog({ onSkip, onClose }: Props) {
  const { t } = useTranslation(['inbox', 'common'])
  const [other, setOther] = useState<string | null>(null)
  useFocusReturn()
  const choose = (reason: SkipReason | undefined) => {
    if (reason === 'other') setOther('')
    else if (reason) onSkip(reason, '')
  }
  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (step) {
      event.preventDefault()
      buttons[(at + step + buttons.length) % buttons.length]?.focus()
    } else if (/^[1-9]$/.test(event.key)) {
      event.preventDefault()
      choose(reasons[Number(event.key) - 1])
    }
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSkip('other', other?.trim() ?? '')
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('skip.title')}
      size={420}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {other === null ? (
        <ul className={styles.reasons} aria-label={t('skip.title')} onKeyDown={onKeyDown}>
          {reasons.map((reason, at) => (
            <li key={reason}>
              <button
                type="button"
                className={styles.reason}
                data-autofocus={at === 0 || undefined}
                onClick={() => choose(reason)}
              >
                <span>{t(`skip.${reason}`)}</span>
                <Kbd size="xs" aria-hidden>
                  {at + 1}
                </Kbd>
              </button>
            </li>
          ))}
        </ul>
      ) : (
        <form className={styles.other} onSubmit={submit}>
          <TextInput
            label={t('skip.why')}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
            data-autofocus
            autoFocus
          />
          <Button type="submit">{t('skip.go')}</Button>
        </form>
      )}
    </Modal>
  )
}

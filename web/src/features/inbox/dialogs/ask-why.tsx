import { Button, TextInput } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Ask } from './ask'
import styles from './dialog.module.css'

interface Props {
  title: string
  // What it does, and to what.
  children: ReactNode
  label: string
  hint: string
  most?: number
  go: string
  color?: string
  isPending: boolean
  onGo: (reason: string) => void
  onClose: () => void
}

// What takes words away from somebody asks for a reason first; the reason is kept.
export function AskWhy(props: Props) {
  const { title, children, label, hint, most, go, color, isPending, onGo, onClose } = props
  const { t } = useTranslation('common')
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onGo(reason.trim())
  }
  return (
    <Ask title={title} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        {children}
        <TextInput
          label={label}
          description={hint}
          maxLength={most}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" color={color} loading={isPending} disabled={!reason.trim()}>
            {go}
          </Button>
        </div>
      </form>
    </Ask>
  )
}

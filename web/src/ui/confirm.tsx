import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import styles from './confirm.module.css'
import { useFocusReturn } from './use-focus-return'

interface Props {
  title: string
  go: string
  busy: boolean
  error: unknown
  children: ReactNode
  onGo: () => void
  onClose: () => void
}

// For what cannot be taken back: says what will happen, then does it.
export function Confirm({ title, go, busy, error, children, onGo, onClose }: Props) {
  const { t } = useTranslation()
  useFocusReturn()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={440}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <div className={styles.form}>
        <p className={styles.body}>{children}</p>
        {Boolean(error) && (
          <p role="alert" className={styles.error}>
            {sayError(error)}
          </p>
        )}
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('cancel')}
          </Button>
          <Button color="red" loading={busy} onClick={onGo}>
            {go}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

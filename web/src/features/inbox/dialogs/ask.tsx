import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFocusReturn } from '@/ui/use-focus-return'

// A small question in the middle of the screen. Focus goes back to where it was.
export function Ask({
  title,
  size = 420,
  onClose,
  children,
}: {
  title: string
  size?: number
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  useFocusReturn()
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={size}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      {children}
    </Modal>
  )
}

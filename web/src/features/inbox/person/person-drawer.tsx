import { Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFocusReturn } from '@/ui/use-focus-return'

// Where there is no room at the side, the person slides over the thread.
export default function PersonDrawer({
  onClose,
  children,
}: {
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation(['inbox', 'common'])
  useFocusReturn()
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={380}
      title={t('person.title')}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {children}
    </Drawer>
  )
}

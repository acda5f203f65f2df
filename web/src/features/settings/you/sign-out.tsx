import { Button } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLeaveTheDesk } from '@/ui/use-leave-the-desk'

// A phone has no rail to sign out from.
export function SignOut() {
  const { t } = useTranslation()
  const leave = useLeaveTheDesk()
  return (
    <Button variant="default" leftSection={<IconLogout size={18} stroke={1.6} />} onClick={leave}>
      {t('shell.signOut')}
    </Button>
  )
}

import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useInbox } from '../inbox-context'
import styles from './thread-header.module.css'

// Back to the list, on a phone; elsewhere the list is there.
export function BackButton() {
  const { t } = useTranslation()
  const { close } = useInbox()
  return (
    <ActionIcon className={styles.back} size={44} aria-label={t('back')} onClick={close}>
      <IconArrowLeft size={22} stroke={1.7} />
    </ActionIcon>
  )
}

import { ActionIcon } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useInboxActions } from '../inbox-context'
import styles from './thread-header.module.css'

// Back to the list, on a phone; elsewhere the list is there.
export function BackButton() {
  const { t } = useTranslation()
  const { close } = useInboxActions()
  return (
    <ActionIcon className={styles.back} size={44} aria-label={t('back')} onClick={close}>
      <IconArrowLeft size={22} stroke={1.7} />
    </ActionIcon>
  )
}

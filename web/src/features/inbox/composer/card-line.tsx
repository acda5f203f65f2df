// Says that a link is shown as a card, and leaves it out if that is not wanted.

import { ActionIcon } from '@mantine/core'
import { IconLink, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import styles from './card-line.module.css'

export default function CardLine({ url, onRemove }: { url: string; onRemove: () => void }) {
  const { t } = useTranslation('inbox')
  return (
    <p className={styles.line} data-testid="card-line">
      <IconLink size={16} stroke={1.7} aria-hidden />
      <span>{t('card.goes', { host: new URL(url).hostname.replace(/^www\./, '') })}</span>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('card.leaveOut')}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </p>
  )
}

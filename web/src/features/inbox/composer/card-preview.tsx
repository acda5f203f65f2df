// The link in a text as a card, before it is sent: what people will see below the words. It can be
// left out.

import { ActionIcon, Skeleton } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import { cardQuery } from '@/api/cards'
import type { Id } from '@/api/types'
import { LinkCard, linkCardClass } from '../thread/link-card'
import styles from './card-preview.module.css'

interface Props {
  url: string
  channel: Id
  onRemove: () => void
}

// An address that is still being typed is asked of nobody.
const typingPause = 600

export default function CardPreview({ url, channel, onRemove }: Props) {
  const { t } = useTranslation('acts')
  const [settled] = useDebouncedValue(url, typingPause)
  const { data: card, isError } = useQuery({
    ...cardQuery(channel, url),
    enabled: settled === url,
  })
  const host = hostOf(url)
  const saysMore = card && (card.description || card.thumb || (card.title && card.title !== host))
  return (
    // biome-ignore lint/a11y/useSemanticElements: no fieldset, and no landmark: two may be there
    <div
      className={styles.preview}
      role="group"
      aria-label={t('card.label')}
      data-testid="card-preview"
    >
      {saysMore ? (
        <div className={`${linkCardClass} ${styles.card}`}>
          <LinkCard
            url={url}
            title={card.title}
            description={card.description}
            thumb={card.thumb?.url}
          />
        </div>
      ) : card || isError ? (
        <p className={styles.says}>{t(isError ? 'card.later' : 'card.bare', { host })}</p>
      ) : (
        <div className={styles.waiting} role="status" aria-label={t('card.asking', { host })}>
          <Skeleton height={10} width="30%" />
          <Skeleton height={12} width="70%" />
        </div>
      )}
      <ActionIcon
        className={styles.remove}
        variant="subtle"
        color="gray"
        size={32}
        aria-label={t('card.leaveOut')}
        onClick={onRemove}
      >
        <IconX size={16} stroke={1.8} aria-hidden />
      </ActionIcon>
    </div>
  )
}

function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '')
}

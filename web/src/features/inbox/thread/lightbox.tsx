import { ActionIcon, Modal } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconExternalLink } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import type { Media } from '@/api/types'
import { safeUrl } from '@/ui/networks'
import { useFocusReturn } from '@/ui/use-focus-return'
import styles from './lightbox.module.css'

interface Props {
  images: readonly Media[]
  start: number
  onClose: () => void
}

// Pictures as large as the window allows, with the words that describe them.
export default function Lightbox({ images, start, onClose }: Props) {
  const { t } = useTranslation(['acts', 'common'])
  useFocusReturn()
  const [at, setAt] = useState(start)
  const image = images[at]
  if (!image) return null
  const go = (step: 1 | -1) => setAt((now) => Math.max(0, Math.min(images.length - 1, now + step)))
  const href = safeUrl(image.url)
  const title =
    images.length > 1 ? t('lightbox.nth', { n: at + 1, count: images.length }) : t('lightbox.title')

  return (
    <Modal
      opened
      fullScreen
      onClose={onClose}
      title={title}
      classNames={{ content: styles.content, header: styles.header, body: styles.body }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowLeft') go(-1)
        if (event.key === 'ArrowRight') go(1)
      }}
    >
      <figure className={styles.figure}>
        <div className={styles.stage}>
          <img src={image.url} alt={image.alt || t('lightbox.noAlt')} data-testid="lightbox" />
        </div>
        <figcaption className={styles.words}>
          {images.length > 1 && (
            <ActionIcon
              size={40}
              aria-label={t('lightbox.previous')}
              disabled={at === 0}
              onClick={() => go(-1)}
            >
              <IconArrowLeft size={20} />
            </ActionIcon>
          )}
          <p dir="auto" data-missing={!image.alt || undefined}>
            {image.alt || t('lightbox.noAlt')}
          </p>
          {href && (
            <ActionIcon
              component="a"
              href={href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              size={40}
              aria-label={t('lightbox.original')}
            >
              <IconExternalLink size={19} stroke={1.7} />
            </ActionIcon>
          )}
          {images.length > 1 && (
            <ActionIcon
              size={40}
              aria-label={t('lightbox.next')}
              disabled={at === images.length - 1}
              onClick={() => go(1)}
            >
              <IconArrowRight size={20} />
            </ActionIcon>
          )}
        </figcaption>
      </figure>
    </Modal>
  )
}

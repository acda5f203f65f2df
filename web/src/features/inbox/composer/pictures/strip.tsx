import { ActionIcon, Button, Loader } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import type { ActMedia } from '@/api/types'
import styles from './pictures.module.css'
import type { Pictures } from './use-pictures'

interface Props {
  media: readonly ActMedia[]
  most: number
  pictures: Pictures
  onChange: (change: (media: readonly ActMedia[]) => readonly ActMedia[]) => void
}

// The pictures of a post being written, each with the words for those who do not see it.
export default function PictureStrip({ media, most, pictures, onChange }: Props) {
  const { t } = useTranslation('acts')
  const move = (from: number, to: number) =>
    onChange((all) => {
      const moved = all.toSpliced(from, 1)
      return moved.toSpliced(to, 0, all[from] as ActMedia)
    })
  return (
    <section className={styles.pictures} aria-label={t('pictures.label')}>
      <ol className={styles.strip}>
        {media.map((one, index) => (
          <li key={one.attachment_id} className={styles.picture} data-testid="picture">
            <div className={styles.frame}>
              <img src={one.url} alt={t('pictures.nth', { n: index + 1 })} />
              <div className={styles.tools}>
                {index > 0 && (
                  <ActionIcon
                    variant="filled"
                    size={28}
                    aria-label={t('pictures.earlier')}
                    onClick={() => move(index, index - 1)}
                  >
                    <IconArrowLeft size={16} />
                  </ActionIcon>
                )}
                {index < media.length - 1 && (
                  <ActionIcon
                    variant="filled"
                    size={28}
                    aria-label={t('pictures.later')}
                    onClick={() => move(index, index + 1)}
                  >
                    <IconArrowRight size={16} />
                  </ActionIcon>
                )}
                <ActionIcon
                  variant="filled"
                  size={28}
                  aria-label={t('pictures.remove')}
                  onClick={() =>
                    onChange((all) => all.filter((x) => x.attachment_id !== one.attachment_id))
                  }
                >
                  <IconX size={16} />
                </ActionIcon>
              </div>
            </div>
            <textarea
              className={styles.alt}
              aria-label={t('pictures.altOf', { n: index + 1 })}
              placeholder={t('pictures.alt')}
              dir="auto"
              rows={2}
              maxLength={2000}
              value={one.alt}
              data-testid="alt"
              onChange={(event) => {
                const alt = event.currentTarget.value
                onChange((all) =>
                  all.map((x) => (x.attachment_id === one.attachment_id ? { ...x, alt } : x)),
                )
              }}
            />
          </li>
        ))}
        {pictures.adding.map((one) => (
          <li key={one.key} className={styles.picture}>
            <div className={styles.frame} data-waiting>
              {one.error === null ? (
                <Loader size={22} aria-label={t('pictures.adding', { name: one.file.name })} />
              ) : (
                <p role="alert" className={styles.error}>
                  {one.error}
                </p>
              )}
            </div>
            {one.error !== null && (
              <div className={styles.again}>
                <Button size="compact-sm" variant="light" onClick={() => pictures.retry(one)}>
                  {t('pictures.retry')}
                </Button>
                <Button size="compact-sm" variant="default" onClick={() => pictures.drop(one.key)}>
                  {t('pictures.remove')}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ol>
      {media.length > most && (
        <p role="alert" className={styles.tooMany}>
          {t('pictures.tooMany', { count: most })}
        </p>
      )}
    </section>
  )
}

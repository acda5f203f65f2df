import { IconThumbDown } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HeardPost } from '@/api/listening/types'
import type { Id } from '@/api/types'
import { HeardCard } from '../shared/heard-card'
import listen from '../shared/listen.module.css'
import styles from './preview.module.css'

const atFirst = 10

interface Props {
  samples: readonly HeardPost[]
  rejected: readonly Id[]
  onReject: (post: Id) => void
}

// What was found, as it was said. Whoever says that one is not about them gets the words that set it apart.
export function Samples({ samples, rejected, onReject }: Props) {
  const { t } = useTranslation('listen')
  const [shown, setShown] = useState(atFirst)
  if (samples.length === 0) return null
  return (
    <section aria-label={t('preview.samples')}>
      <h3 className={styles.heading}>{t('preview.samples')}</h3>
      <ul className={styles.samples} data-testid="samples">
        {samples.slice(0, shown).map((sample) => {
          const isRejected = rejected.includes(sample.post.id)
          return (
            <li
              key={sample.post.id}
              className={`${listen.card} ${listen.padded} ${styles.sample}`}
              data-rejected={isRejected || undefined}
              data-testid="sample"
            >
              <HeardCard heard={sample} spans={sample.spans}>
                <button
                  type="button"
                  className={styles.reject}
                  aria-pressed={isRejected}
                  onClick={() => onReject(sample.post.id)}
                >
                  <IconThumbDown size={15} stroke={1.8} aria-hidden />
                  {t('preview.notUs')}
                </button>
              </HeardCard>
            </li>
          )
        })}
      </ul>
      {samples.length > shown && (
        <button type="button" className={styles.more} onClick={() => setShown(shown + 20)}>
          {t('preview.more', { count: samples.length - shown })}
        </button>
      )}
    </section>
  )
}

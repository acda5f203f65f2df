import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './coach.module.css'
import type { ShownPoint } from './shown'

interface Props {
  points: readonly ShownPoint[]
  lit: string | null
  onPoint: (id: string | null) => void
  onGo: (id: string) => void
}

// What they asked, asked for or told of, in their words, ticked as the draft takes it up.
export const Points = memo(function Points({ points, lit, onPoint, onGo }: Props) {
  const { t } = useTranslation('coach')
  return (
    <section aria-label={t('theirs')}>
      <h3 className={styles.heading}>{t('theirs')}</h3>
      <ul className={styles.points} data-testid="coach-points">
        {points.map(({ id, kind, words, answered }) => {
          const Icon = answered ? IconCircleCheck : IconCircleDashed
          return (
            <li key={id}>
              <button
                type="button"
                className={styles.point}
                data-answered={answered || undefined}
                data-lit={id === lit || undefined}
                onClick={() => onGo(id)}
                onMouseEnter={() => onPoint(id)}
                onMouseLeave={() => onPoint(null)}
                onFocus={() => onPoint(id)}
                onBlur={() => onPoint(null)}
              >
                <Icon size={16} stroke={1.8} aria-hidden />
                <span className={styles.hidden}>{t(`point.${kind}`)}: </span>
                <q className={styles.words} dir="auto">
                  {words}
                </q>
                <span className={styles.hidden}>
                  , {t(answered ? 'point.answered' : 'point.open')}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
})

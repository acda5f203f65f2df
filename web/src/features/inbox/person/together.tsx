import { useTranslation } from 'react-i18next'
import type { PersonCard } from '@/api/types'
import { sayMonth } from '@/ui/time'
import styles from './person-card.module.css'

// What has passed between us, said before it is counted.
export function Together({ card }: { card: PersonCard }) {
  const { t } = useTranslation('inbox')
  const { said, answered, likes_given, first_heard_at } = card
  return (
    <div className={styles.together}>
      <p>{said === 0 ? t('together.none') : t('together.said', { count: said })}</p>
      {said > 0 && (
        <p>
          {answered === 0 ? t('together.unanswered') : t('together.answered', { count: answered })}
        </p>
      )}
      {likes_given > 0 && <p>{t('together.likes', { count: likes_given })}</p>}
      {first_heard_at && <p>{t('together.since', { month: sayMonth(first_heard_at) })}</p>}
    </div>
  )
}

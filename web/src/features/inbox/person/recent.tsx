import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Id, PersonCard } from '@/api/types'
import { directionOf } from '@/ui/direction'
import { When } from '@/ui/when'
import styles from './person-card.module.css'
import paneStyles from './person-pane.module.css'

interface Props {
  recent: PersonCard['recent']
  name: string
  // The open conversation: its own words stand in the thread already.
  here: Id | undefined
}

export function Recent({ recent, name, here }: Props) {
  const { t } = useTranslation('inbox')
  const elsewhere = recent.filter((item) => item.conversation_id !== here)
  if (elsewhere.length === 0) return null
  return (
    <section className={paneStyles.section}>
      <h3 className={paneStyles.heading}>{t('person.elsewhere')}</h3>
      <ul className={styles.recent}>
        {elsewhere.slice(0, 6).map((item) => (
          <li key={item.post_id}>
            <Link
              to="/inbox/$conversationId"
              params={{ conversationId: item.conversation_id }}
              search={(before) => before}
              className={styles.item}
              preload={false}
            >
              <span className={styles.itemLine}>
                <bdi className={item.ours ? styles.ours : undefined}>
                  {item.ours ? t('person.we') : name}
                </bdi>
                <When at={item.created_at} short />
              </span>
              <span className={styles.itemText} dir={directionOf(item.text)}>
                {item.text}
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}

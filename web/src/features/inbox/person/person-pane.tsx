import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conversation, Id } from '@/api/types'
import { ConversationHistory } from './conversation-history'
import { PersonCard } from './person-card'
import styles from './person-pane.module.css'

const PersonDrawer = lazy(() => import('./person-drawer'))

interface Props {
  person: Id | undefined
  conversation: Conversation | undefined
  // Where there is no room at the side, it slides over.
  asDrawer: boolean
  onClose: () => void
}

export function PersonPane({ person, conversation, asDrawer, onClose }: Props) {
  const { t } = useTranslation('inbox')
  const inside = (
    <>
      {person && <PersonCard id={person} here={conversation?.id} />}
      {conversation && <ConversationHistory conversation={conversation} />}
    </>
  )
  return asDrawer ? (
    <Suspense>
      <PersonDrawer onClose={onClose}>{inside}</PersonDrawer>
    </Suspense>
  ) : (
    <aside className={styles.pane} aria-label={t('person.title')} data-look="person">
      {inside}
    </aside>
  )
}

import { Drawer } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Conversation, Id } from '@/api/types'
import { ConversationHistory } from './conversation-history'
import { PersonCard } from './person-card'
import styles from './person-pane.module.css'

interface Props {
  person: Id | undefined
  conversation: Conversation | undefined
  // Where there is no room at the side, it slides over.
  asDrawer: boolean
  onClose: () => void
}

export function PersonPane({ person, conversation, asDrawer, onClose }: Props) {
  const { t } = useTranslation(['inbox', 'common'])
  const inside = (
    <>
      {person && <PersonCard id={person} here={conversation?.id} />}
      {conversation && <ConversationHistory conversation={conversation} />}
    </>
  )
  return asDrawer ? (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={380}
      title={t('person.title')}
      transitionProps={{ duration: 120 }}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {inside}
    </Drawer>
  ) : (
    <aside className={styles.pane} aria-label={t('person.title')}>
      {inside}
    </aside>
  )
}

import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Conversation } from '@/api/types'
import { TagChip } from '@/ui/tag-chip'
import { useInbox } from '../inbox-context'
import styles from './header-tags.module.css'

// The tags of the open conversation; pressing them changes them.
export function HeaderTags({
  conversation,
  ownLine = false,
}: {
  conversation: Conversation
  // On a phone they stand below the header, elsewhere beside the name.
  ownLine?: boolean
}) {
  const { t } = useTranslation('inbox')
  const { ask } = useInbox()
  const mayWrite = useMayWrite()
  if (conversation.tags.length === 0) return null
  const chips = conversation.tags.map((tag) => <TagChip key={tag.id} tag={tag} />)
  return mayWrite ? (
    <button
      type="button"
      className={styles.tags}
      data-own-line={ownLine || undefined}
      aria-label={t('tag.on', { tags: conversation.tags.map((tag) => tag.name).join(', ') })}
      onClick={() => ask('tag', [conversation])}
    >
      {chips}
    </button>
  ) : (
    <span className={styles.tags} data-own-line={ownLine || undefined}>
      {chips}
    </span>
  )
}

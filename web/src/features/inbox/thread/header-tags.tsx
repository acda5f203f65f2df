import { VisuallyHidden } from '@mantine/core'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Conversation } from '@/api/types'
import { TagChip } from '@/ui/tag-chip'
import { useInboxActions } from '../inbox-context'
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
  const { ask } = useInboxActions()
  const mayWrite = useMayWrite()
  if (conversation.tags.length === 0) return null
  // Spaces between them are for those who hear them.
  const chips = conversation.tags.map((tag) => (
    <Fragment key={tag.id}>
      <TagChip tag={tag} />{' '}
    </Fragment>
  ))
  return mayWrite ? (
    <button
      type="button"
      className={styles.tags}
      data-own-line={ownLine || undefined}
      title={t('tag.action')}
      onClick={() => ask('tag', [conversation])}
    >
      <VisuallyHidden>{t('tag.on')} </VisuallyHidden>
      {chips}
    </button>
  ) : (
    <span className={styles.tags} data-own-line={ownLine || undefined}>
      {chips}
    </span>
  )
}

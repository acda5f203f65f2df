import { useTranslation } from 'react-i18next'
import type { Id, Post } from '@/api/types'
import { networkName } from '@/ui/networks'
import { useDeletePost } from '../verbs/use-delete-post'
import { AskWhy } from './ask-why'
import styles from './dialog.module.css'

interface Props {
  post: Post
  conversation: Id
  onClose: () => void
}

// Deleting cannot be undone, so it asks, and says what will be gone where.
export default function DeleteDialog({ post, conversation, onClose }: Props) {
  const { t } = useTranslation('inbox')
  const remove = useDeletePost(conversation)
  return (
    <AskWhy
      title={t('delete.title')}
      label={t('delete.reason')}
      hint={t('delete.hint', { network: networkName(post.author.network) })}
      go={t('delete.go')}
      color="red"
      isPending={remove.isPending}
      onGo={(reason) => remove.mutate({ post: post.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={styles.quote} dir="auto">
        {post.text}
      </p>
    </AskWhy>
  )
}

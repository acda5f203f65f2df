import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import type { Id, Post } from '@/api/types'
import { networkName } from '@/ui/networks'
import { useHide } from '../verbs/use-hide'
import { AskWhy } from './ask-why'
import styles from './dialog.module.css'

interface Props {
  post: Post
  conversation: Id
  onClose: () => void
}

// Hiding somebody's words says what it does, and asks why: answering is what we are here for.
export default function HideDialog({ post, conversation, onClose }: Props) {
  const { t } = useTranslation('post')
  const hide = useHide(conversation)
  return (
    <AskWhy
      title={t('hide.title')}
      label={t('hide.reason')}
      hint={t('hide.hint')}
      most={1000}
      go={t('hide.go')}
      isPending={hide.isPending}
      onGo={(reason) => hide.mutate({ post: post.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p className={styles.quote} dir="auto">
        {post.text}
      </p>
      <p style={{ margin: 0 }}>{t('hide.what', { network: networkName(post.author.network) })}</p>
    </AskWhy>
  )
}

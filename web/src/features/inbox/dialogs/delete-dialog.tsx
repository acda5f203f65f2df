import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Post } from '@/api/types'
import { networkName } from '@/ui/networks'
import { useDeletePost } from '../verbs/use-delete-post'
import { Ask } from './ask'
import styles from './dialog.module.css'

interface Props {
  post: Post
  conversation: Id
  onClose: () => void
}

// Deleting cannot be undone, so it asks, and says what will be gone where.
export default function DeleteDialog({ post, conversation, onClose }: Props) {
  const { t } = useTranslation(['inbox', 'common'])
  const [reason, setReason] = useState('')
  const remove = useDeletePost(conversation)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    remove.mutate({ post: post.id, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <Ask title={t('delete.title')} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.quote} dir="auto">
          {post.text}
        </p>
        <TextInput
          label={t('delete.reason')}
          description={t('delete.hint', { network: networkName(post.author.network) })}
          required
          withAsterisk={false}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        <div className={styles.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" color="red" loading={remove.isPending} disabled={!reason.trim()}>
            {t('delete.go')}
          </Button>
        </div>
      </form>
    </Ask>
  )
}

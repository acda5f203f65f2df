import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import type { Id, Post } from '@/api/types'
import { networkName } from '@/ui/networks'
import { useHide } from '../verbs/use-hide'
import { Ask } from './ask'
import styles from './dialog.module.css'

interface Props {
  post: Post
  conversation: Id
  onClose: () => void
}

// Hiding somebody's words says what it does, and asks why: answering is what we are here for.
export default function HideDialog({ post, conversation, onClose }: Props) {
  const { t } = useTranslation(['post', 'common'])
  const [reason, setReason] = useState('')
  const hide = useHide(conversation)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    hide.mutate({ post: post.id, reason: reason.trim() }, { onSuccess: onClose })
  }
  return (
    <Ask title={t('hide.title')} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p className={styles.quote} dir="auto">
          {post.text}
        </p>
        <p style={{ margin: 0 }}>{t('hide.what', { network: networkName(post.author.network) })}</p>
        <TextInput
          label={t('hide.reason')}
          description={t('hide.hint')}
          maxLength={1000}
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
          <Button type="submit" loading={hide.isPending} disabled={!reason.trim()}>
            {t('hide.go')}
          </Button>
        </div>
      </form>
    </Ask>
  )
}

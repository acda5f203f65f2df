import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Conversation, Id, Post } from '@/api/types'
import { Composer } from '../composer/composer'
import { useReply } from '../composer/use-reply'
import styles from './notes.module.css'
import { ThreadBody } from './thread-body'
import { ThreadHeader } from './thread-header'
import { useThreadKeys } from './use-thread-keys'

interface Props {
  conversation: Conversation
  posts: readonly Post[]
  isWhole: boolean
  personShown: boolean
  onPerson: (person: Id) => void
  onTogglePerson: () => void
}

export function OpenThread({
  conversation,
  posts,
  isWhole,
  personShown,
  onPerson,
  onTogglePerson,
}: Props) {
  const { t } = useTranslation('inbox')
  const mayWrite = useMayWrite()
  const reply = useReply(conversation, posts)
  const [spotlight, setSpotlight] = useState<Id | null>(null)
  useThreadKeys(conversation, posts, reply)

  return (
    <>
      <ThreadHeader
        conversation={conversation}
        personShown={personShown}
        onTogglePerson={onTogglePerson}
      />
      <ThreadBody
        conversation={conversation}
        posts={posts}
        isWhole={isWhole}
        target={mayWrite ? reply.target : null}
        spotlight={spotlight}
        onAnswer={mayWrite ? reply.answer : undefined}
        onEdit={reply.edit}
        onPerson={onPerson}
      />
      {mayWrite ? (
        <Composer conversation={conversation} posts={posts} reply={reply} onShow={setSpotlight} />
      ) : (
        <p className={styles.reader}>{t('reader')}</p>
      )}
    </>
  )
}

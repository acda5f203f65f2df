import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Conversation, Id, Post } from '@/api/types'
import { Composer } from '../composer/composer'
import { useReply } from '../composer/use-reply'
import { ReplyingLine } from '../presence/replying-line'
import { useBeat } from '../presence/use-beat'
import styles from './notes.module.css'
import { PrintSheet } from './print-sheet'
import { ThreadBody } from './thread-body'
import { ThreadHeader } from './thread-header'
import { useSeen } from './use-seen'
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
  const typing = useBeat(conversation.id)
  useThreadKeys(conversation, posts, reply)
  useSeen(conversation)

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
      <ReplyingLine conversation={conversation.id} />
      {mayWrite ? (
        // A note is for the team: nobody has to wait for it.
        <div style={{ display: 'contents' }} onInput={reply.mode === 'reply' ? typing : undefined}>
          <Composer conversation={conversation} posts={posts} reply={reply} onShow={setSpotlight} />
        </div>
      ) : (
        <p className={styles.reader}>{t('reader')}</p>
      )}
      <PrintSheet conversation={conversation} posts={posts} />
    </>
  )
}

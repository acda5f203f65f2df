import { lazy, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissAct } from '@/api/acts'
import { useMayWrite } from '@/api/session'
import type { Act, Conversation, Id, Post } from '@/api/types'
import { sayFailure } from '@/ui/toast'
import { Composer } from '../composer/composer'
import { useReply } from '../composer/use-reply'
import { ReplyingLine } from '../presence/replying-line'
import { useBeat } from '../presence/use-beat'
import type { QuoteStart } from '../quote/quote-dialog'
import styles from './notes.module.css'
import { PrintSheet } from './print-sheet'
import { ThreadBody } from './thread-body'
import { ThreadHeader } from './thread-header'
import { useAskedFor } from './use-asked-for'
import { useSeen } from './use-seen'
import { useThreadKeys } from './use-thread-keys'

const QuoteDialog = lazy(() => import('../quote/quote-dialog'))

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
  const mayAnswer = mayWrite && conversation.channel.limits.text_max > 0
  const reply = useReply(conversation, posts)
  const [spotlight, setSpotlight] = useState<Id | null>(null)
  const typing = useBeat(conversation.id)
  useSeen(conversation)
  const [quoting, setQuoting] = useState<QuoteStart | null>(null)
  const quote = useCallback((post: Post) => setQuoting({ post }), [])
  useThreadKeys(conversation, posts, reply, quote)
  useAskedFor(posts, mayAnswer ? reply.answer : undefined)
  const { edit } = reply
  const again = useCallback(
    (act: Act) => {
      const post = posts.find((one) => one.id === act.post_id)
      if (act.kind !== 'quote' || !post) return edit(act)
      setQuoting({ post, act })
      dismissAct(act.id).catch(sayFailure)
    },
    [posts, edit],
  )

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
        target={mayAnswer ? reply.target : null}
        spotlight={spotlight}
        onAnswer={mayAnswer ? reply.answer : undefined}
        onQuote={mayAnswer ? quote : undefined}
        onEdit={again}
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
      {quoting && (
        <Suspense>
          <QuoteDialog
            key={quoting.act?.id ?? quoting.post.id}
            {...quoting}
            conversation={conversation}
            onClose={() => setQuoting(null)}
            onBack={setQuoting}
          />
        </Suspense>
      )}
    </>
  )
}

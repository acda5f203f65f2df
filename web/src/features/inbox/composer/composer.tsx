import { useTranslation } from 'react-i18next'
import type { Conversation, Id, Post } from '@/api/types'
import styles from './composer.module.css'
import { NoteBox } from './note-box'
import { ReplyBox } from './reply-box'
import type { Reply } from './use-reply'

interface Props {
  conversation: Conversation
  posts: readonly Post[]
  reply: Reply
  // Brings a post into view and lights it.
  onShow: (post: Id) => void
}

// Where an answer is written, or a note for the team. Both keep their text when one looks at the other.
export function Composer({ conversation, posts, reply, onShow }: Props) {
  const { t } = useTranslation('inbox')
  return (
    <section
      className={styles.composer}
      aria-label={t('composer.label')}
      data-mode={reply.mode}
      data-look="composer"
    >
      <div className={styles.sheet}>
        <div hidden={reply.mode !== 'reply'}>
          <ReplyBox conversation={conversation} posts={posts} reply={reply} onShow={onShow} />
        </div>
        <div hidden={reply.mode !== 'note'}>
          <NoteBox
            conversation={conversation.id}
            isShown={reply.mode === 'note'}
            field={reply.field}
            choose={reply.choose}
          />
        </div>
      </div>
    </section>
  )
}

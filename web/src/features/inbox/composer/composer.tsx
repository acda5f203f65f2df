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
  // What comes from here cannot be answered; a note for the team always can be left.
  const readOnly = conversation.channel.limits.text_max === 0
  const mode = readOnly ? 'note' : reply.mode
  return (
    <section
      className={styles.composer}
      aria-label={t('composer.label')}
      data-mode={mode}
      data-look="composer"
    >
      <div className={styles.sheet}>
        {readOnly ? (
          <p className={styles.readOnly} data-testid="read-only">
            {t('composer.readOnly')}
          </p>
        ) : (
          <div hidden={mode !== 'reply'}>
            <ReplyBox conversation={conversation} posts={posts} reply={reply} onShow={onShow} />
          </div>
        )}
        <div hidden={mode !== 'note'}>
          <NoteBox
            conversation={conversation.id}
            isShown={mode === 'note'}
            alone={readOnly}
            field={reply.field}
            choose={reply.choose}
          />
        </div>
      </div>
    </section>
  )
}

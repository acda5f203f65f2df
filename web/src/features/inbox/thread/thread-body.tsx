import { memo, useDeferredValue, useLayoutEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Act, Conversation, Id, Post } from '@/api/types'
import { useIsPhone } from '@/ui/use-media'
import { buildThread, type ThreadItem } from './build-thread'
import { Notes } from './notes'
import { PendingAct } from './pending-act'
import { PostItem } from './post-item'
import styles from './thread-body.module.css'

interface Props {
  conversation: Conversation
  posts: readonly Post[]
  isWhole: boolean
  target: Id | null
  spotlight: Id | null
  onAnswer?: (post: Id) => void
  onQuote?: (post: Post) => void
  onEdit: (act: Act) => void
  onPerson: (person: Id) => void
}

// Not drawn again while someone types below it.
export const ThreadBody = memo(function ThreadBody({
  conversation,
  posts,
  isWhole,
  target,
  spotlight,
  onAnswer,
  onQuote,
  onEdit,
  onPerson,
}: Props) {
  const { t } = useTranslation('inbox')
  const phone = useIsPhone()
  const items = useMemo(() => buildThread(posts, phone ? 2 : 4), [posts, phone])
  // Hundreds of posts are drawn bit by bit, so that keys are answered meanwhile.
  const drawn = useDeferredValue(items, beginning(items, conversation.answer_to))
  const isDrawn = isWhole && drawn === items
  const scroller = useScrollToAnswer(conversation.answer_to, drawn, isDrawn, spotlight)
  const replies = conversation.acts.filter(
    (act) =>
      (act.kind === 'reply' || act.kind === 'quote') &&
      act.state !== 'accepted' &&
      act.state !== 'undone',
  )
  // Nothing at all where there is nothing, so that a post is drawn again only when it changes.
  const pending = (post: Id) => {
    const acts = replies.filter((act) => act.post_id === post)
    if (acts.length === 0) return undefined
    return acts.map((act) => (
      <PendingAct key={act.id} act={act} conversation={conversation.id} onEdit={onEdit} />
    ))
  }
  const orphans = replies.filter((act) => !posts.some((post) => post.id === act.post_id))

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-long={posts.length > 60 || undefined}
      data-look="thread"
    >
      <ol className={styles.posts} aria-label={t('thread.label')}>
        {drawn.map((item) => (
          <PostItem
            key={item.post.id}
            item={item}
            conversation={conversation.id}
            isTarget={item.post.id === target}
            isLit={item.post.id === spotlight}
            onAnswer={onAnswer}
            onQuote={onQuote}
            to={spokenTo(conversation, item.post)}
            several={conversation.speakers.length > 1}
            onPerson={onPerson}
          >
            {pending(item.post.id)}
          </PostItem>
        ))}
      </ol>
      {orphans.map((act) => (
        <PendingAct key={act.id} act={act} conversation={conversation.id} onEdit={onEdit} />
      ))}
      {!isDrawn && <p className={styles.more}>{t('thread.more')}</p>}
      <Notes notes={conversation.notes} />
    </div>
  )
})

const screenful = 20

// What is drawn at once: what stands around the post that waits, where the thread opens.
function beginning(items: ThreadItem[], answerTo: Id | null): ThreadItem[] {
  if (items.length <= 3 * screenful) return items
  const at = items.findIndex((item) => item.post.id === answerTo)
  return items.slice(Math.max(0, at - screenful), Math.max(0, at) + 2 * screenful)
}

// Only where it is another account of ours than the one the header names.
function spokenTo({ speakers, channel }: Conversation, post: Post): string | undefined {
  if (!post.to_channel_id || post.to_channel_id === channel.id) return undefined
  return speakers.find((one) => one.channel_id === post.to_channel_id)?.handle
}

// A thread opens where an answer is waited for, before anything is painted, so that nothing jumps.
function useScrollToAnswer(
  answerTo: Id | null,
  drawn: readonly ThreadItem[],
  isDrawn: boolean,
  spotlight: Id | null,
) {
  const scroller = useRef<HTMLDivElement>(null)
  const done = useRef(false)
  const find = (id: Id) => scroller.current?.querySelector(`[data-post-id="${id}"]`)

  // biome-ignore lint/correctness/useExhaustiveDependencies: until the whole thread is there
  useLayoutEffect(() => {
    if (done.current) return
    done.current = isDrawn
    const post = answerTo && find(answerTo)
    const box = scroller.current
    if (!post || !box) return
    const below = post.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom
    if (below > 0) post.scrollIntoView({ block: 'center' })
  }, [drawn, isDrawn])

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new spotlight moves the page
  useLayoutEffect(() => {
    if (spotlight) find(spotlight)?.scrollIntoView({ block: 'center' })
  }, [spotlight])

  return scroller
}

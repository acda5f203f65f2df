import { IconClock, IconCornerDownRight } from '@tabler/icons-react'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Id, Post } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { shallowEqual } from '@/ui/shallow-equal'
import { When } from '@/ui/when'
import { Words } from '@/ui/words'
import type { ThreadItem } from './build-thread'
import { PostActions } from './post-actions'
import styles from './post-item.module.css'
import { PostMedia } from './post-media'
import { PostQuote } from './post-quote'

interface Props {
  item: ThreadItem
  conversation: Id
  isTarget: boolean
  isLit: boolean
  onAnswer?: (post: Id) => void
  onPerson: (person: Id) => void
  // Our answers to this post that are not on the network yet.
  children?: ReactNode
}

export const PostItem = memo(function PostItem({
  item,
  conversation,
  isTarget,
  isLit,
  onAnswer,
  onPerson,
  children,
}: Props) {
  const { t } = useTranslation('inbox')
  const { post, depth, joined, continues, answers } = item
  const { author } = post

  return (
    <li
      className={styles.item}
      style={{ '--depth': depth } as React.CSSProperties}
      data-depth={depth || undefined}
    >
      <article
        className={styles.post}
        tabIndex={-1}
        aria-label={t('post.by', { name: author.name || author.handle })}
        data-testid="thread-post"
        data-post-id={post.id}
        data-joined={joined || undefined}
        data-continues={continues || undefined}
        data-waits={post.waits || undefined}
        data-target={isTarget || undefined}
        data-lit={isLit || undefined}
        data-ours={author.ours || undefined}
      >
        <button
          type="button"
          className={styles.face}
          onClick={() => onPerson(author.person_id)}
          aria-label={t('post.person', { name: author.name || author.handle })}
        >
          <Avatar
            name={author.name || author.handle}
            seed={author.id}
            url={author.avatar_url}
            ours={author.ours}
            size={40}
          />
        </button>
        <div className={styles.content}>
          <PostLine post={post} />
          {answers && (
            <p className={styles.answers}>
              <IconCornerDownRight size={14} stroke={1.8} aria-hidden />
              {t('post.answers', { name: answers.author.name || answers.author.handle })}
            </p>
          )}
          {post.deleted_at ? (
            <p className={styles.gone}>{t(goneKey(author))}</p>
          ) : (
            <>
              <Words
                text={post.text}
                langs={post.langs}
                entities={post.entities}
                network={author.network}
              />
              {post.media.length > 0 && <PostMedia media={post.media} />}
              {post.quoted && <PostQuote quoted={post.quoted} network={author.network} />}
              <PostActions post={post} conversation={conversation} onAnswer={onAnswer} />
            </>
          )}
        </div>
      </article>
      {children}
    </li>
  )
}, looksTheSame)

// A thread that grows is laid out anew, but its items say what they said: only those that say
// something else are drawn again.
function looksTheSame(before: Props, after: Props): boolean {
  const { item: one, ...oneRest } = before
  const { item: other, ...otherRest } = after
  return shallowEqual(one, other) && shallowEqual(oneRest, otherRest)
}

// Somebody who is away took nothing back.
function goneKey(author: Post['author']) {
  if (author.ours) return 'post.deletedByUs'
  return author.standing === 'active' ? 'post.deleted' : (`post.away.${author.standing}` as const)
}

function PostLine({ post }: { post: Post }) {
  const { t } = useTranslation('inbox')
  const { author } = post
  return (
    <header className={styles.line}>
      <bdi className={styles.name}>{author.name || author.handle}</bdi>
      {author.ours && <span className={styles.us}>{t('post.us')}</span>}
      <span className={styles.handle}>@{author.handle}</span>
      <span className={styles.meta}>
        <When at={post.created_at} />
        {post.edited_at && <span> · {t('post.edited')}</span>}
        {post.before_rapport && <span> · {t('post.before')}</span>}
      </span>
      {post.waits && (
        <span className={styles.waits}>
          <IconClock size={14} stroke={1.9} aria-hidden />
          {t('post.waits')}
        </span>
      )}
    </header>
  )
}

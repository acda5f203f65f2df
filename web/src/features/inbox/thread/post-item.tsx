import {
  IconClock,
  IconCornerDownRight,
  IconEyeOff,
  IconLock,
  IconVolumeOff,
} from '@tabler/icons-react'
import { memo, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import type { Id, Post } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import type { Mark } from '@/ui/byte-spans'
import { Covered } from '@/ui/covered'
import { audienceOf, coverOf } from '@/ui/labels'
import { sayHandle } from '@/ui/networks'
import { shallowEqual } from '@/ui/shallow-equal'
import { When } from '@/ui/when'
import { Words } from '@/ui/words'
import { useLit } from '../composer/coach/lit'
import type { ThreadItem } from './build-thread'
import { PostActions } from './post-actions'
import styles from './post-item.module.css'
import { PostMedia } from './post-media'
import { PostQuote } from './post-quote'
import { ReadingLine } from './reading-line'

interface Props {
  item: ThreadItem
  conversation: Id
  isTarget: boolean
  isLit: boolean
  onAnswer?: (post: Id) => void
  onQuote?: (post: Post) => void
  // The handle of ours it speaks to, where there are several.
  to?: string
  several: boolean
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
  onQuote,
  to,
  several,
  onPerson,
  children,
}: Props) {
  const { t } = useTranslation(['inbox', 'post'])
  const { post, depth, joined, continues, answers } = item
  const { author } = post
  const hiddenWords = ({ hiding, hidden }: Post) => {
    if (hiding) return t('post:hide.pending')
    return hidden?.by
      ? t('post:hide.by', { name: hidden.by.name, reason: hidden.reason })
      : t('post:hide.elsewhere')
  }

  return (
    <li
      className={styles.item}
      style={{ '--depth': depth } as React.CSSProperties}
      data-depth={depth || undefined}
    >
      <article
        className={styles.post}
        tabIndex={-1}
        aria-label={t('post:by', { name: author.name || author.handle })}
        data-testid="thread-post"
        data-post-id={post.id}
        data-joined={joined || undefined}
        data-continues={continues || undefined}
        data-waits={waits(post) || undefined}
        data-target={isTarget || undefined}
        data-lit={isLit || undefined}
        data-ours={author.ours || undefined}
        data-silenced={author.silenced !== 'no' || undefined}
      >
        <button
          type="button"
          className={styles.face}
          onClick={() => onPerson(author.person_id)}
          aria-label={t('post:person', { name: author.name || author.handle })}
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
          <PostLine post={post} to={to} />
          {(post.hidden || post.hiding) && (
            <p className={styles.answers} data-testid="hidden">
              <IconEyeOff size={14} stroke={1.8} aria-hidden />
              {hiddenWords(post)}
            </p>
          )}
          {answers && (
            <p className={styles.answers}>
              <IconCornerDownRight size={14} stroke={1.8} aria-hidden />
              {t('post:answers', { name: answers.author.name || answers.author.handle })}
            </p>
          )}
          {post.deleted_at ? (
            <p className={styles.gone}>{t(goneKey(author))}</p>
          ) : (
            <>
              <PostBody post={post} conversation={conversation} />
              <PostActions
                post={post}
                conversation={conversation}
                onAnswer={onAnswer}
                onQuote={onQuote}
                several={several}
              />
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

// Whom we muted or blocked a moment ago waits for nobody any more.
function waits({ waits, author }: Post): boolean {
  return waits && author.silenced === 'no'
}

// Somebody who is away took nothing back.
function goneKey(author: Post['author']) {
  if (author.ours) return 'post:deletedByUs'
  return author.standing === 'active' ? 'post:deleted' : (`post:away.${author.standing}` as const)
}

const nothing = { key: null, marks: [] }

function PostBody({ post, conversation }: { post: Post; conversation: Id }) {
  const [shown, setShown] = useState<{ key: string | null; marks: readonly Mark[] }>(nothing)
  const lit = useLit(post.id)
  const { cover, label } = coverOf([...post.labels, ...post.author.labels])
  const media = post.media.length > 0 && <PostMedia media={post.media} />
  const body = (
    <>
      <Words
        text={post.text}
        langs={post.langs}
        entities={post.entities}
        network={post.author.network}
        marks={lit ?? shown.marks}
      />
      {post.reading && !post.author.ours && (
        <ReadingLine
          reading={post.reading}
          post={post.id}
          conversation={conversation}
          shown={shown.key}
          onShow={(key, marks) => setShown({ key, marks })}
        />
      )}
      {cover === 'blur' && media ? (
        <Covered cover="blur" label={label}>
          {media}
        </Covered>
      ) : (
        media
      )}
      {post.quoted && <PostQuote quoted={post.quoted} network={post.author.network} />}
    </>
  )
  if (cover !== 'hide' && cover !== 'cover') return body
  return (
    <Covered cover={cover} label={label}>
      {body}
    </Covered>
  )
}

function PostLine({ post, to }: { post: Post; to?: string }) {
  const { t } = useTranslation(['inbox', 'post'])
  const { author } = post
  const audience = audienceOf(post.labels)
  return (
    <header className={styles.line}>
      <bdi className={styles.name}>{author.name || author.handle}</bdi>
      {author.ours && <span className={styles.us}>{t('post:us')}</span>}
      <span className={styles.handle}>{sayHandle(author.network, author.handle)}</span>
      {author.silenced !== 'no' && (
        <span className={styles.silenced}>
          <IconVolumeOff size={14} stroke={1.8} aria-hidden />
          {t(`silence.${author.silenced}`)}
        </span>
      )}
      {audience && (
        <span className={styles.silenced}>
          <IconLock size={14} stroke={1.8} aria-hidden />
          {t(`labels.${audience}`)}
        </span>
      )}
      {author.standing !== 'active' && (
        <span className={styles.silenced}>{t(`standing.${author.standing}`)}</span>
      )}
      <span className={styles.meta}>
        <When at={post.created_at} />
        {post.edited_at && <span> · {t('post:edited')}</span>}
        {to && <span> · {t('thread.to', { handle: to })}</span>}
        {post.before_rapport && <span> · {t('post:before')}</span>}
      </span>
      {waits(post) && (
        <span className={styles.waits}>
          <IconClock size={14} stroke={1.9} aria-hidden />
          {t('post:waits')}
        </span>
      )}
    </header>
  )
}

import { ActionIcon } from '@mantine/core'
import {
  IconArrowBackUp,
  IconExternalLink,
  IconHeart,
  IconHeartFilled,
  IconQuote,
  IconRepeat,
  IconTrash,
} from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import { useMayWrite } from '@/api/session'
import type { Id, Post } from '@/api/types'
import { isReadOnly, networkName, safeUrl } from '@/ui/networks'
import { Tip } from '@/ui/tip'
import { useLike } from '../verbs/use-like'
import { useRepost } from '../verbs/use-repost'
import styles from './post-actions.module.css'
import { PostMenu } from './post-menu'

const DeleteDialog = lazy(() => import('../dialogs/delete-dialog'))

interface Props {
  post: Post
  conversation: Id
  onAnswer?: (post: Id) => void
  onQuote?: (post: Post) => void
  // We have several accounts here: who of them likes or reposts can be chosen.
  several: boolean
}

export function PostActions({ post, conversation, onAnswer, onQuote, several }: Props) {
  const { t } = useTranslation(['inbox', 'post'])
  const mayWrite = useMayWrite()
  const [deleting, setDeleting] = useState(false)
  const url = safeUrl(post.url)
  const readOnly = isReadOnly(post.author.network)

  return (
    <footer className={styles.actions}>
      {onAnswer && (
        <button type="button" className={styles.action} onClick={() => onAnswer(post.id)}>
          <IconArrowBackUp size={17} stroke={1.7} aria-hidden />
          {t('post:answer')}
        </button>
      )}
      {!readOnly && <Like post={post} conversation={conversation} />}
      {!readOnly && <Repost post={post} conversation={conversation} />}
      {onQuote && (
        <Tip label={`${t('post:quote')} · Q`}>
          <ActionIcon size={32} aria-label={t('post:quote')} onClick={() => onQuote(post)}>
            <IconQuote size={17} stroke={1.7} />
          </ActionIcon>
        </Tip>
      )}
      {url && (
        <Tip label={t('post:openOn', { network: networkName(post.author.network) })}>
          <ActionIcon
            component="a"
            href={url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            size={32}
            aria-label={t('post:openOn', { network: networkName(post.author.network) })}
          >
            <IconExternalLink size={17} stroke={1.7} />
          </ActionIcon>
        </Tip>
      )}
      {mayWrite && !readOnly && (several || !post.author.ours) && (
        <PostMenu post={post} conversation={conversation} />
      )}
      {mayWrite && post.author.ours && (
        <Tip label={t('delete.action')}>
          <ActionIcon size={32} aria-label={t('delete.action')} onClick={() => setDeleting(true)}>
            <IconTrash size={17} stroke={1.7} />
          </ActionIcon>
        </Tip>
      )}
      {deleting && (
        <Suspense>
          <DeleteDialog
            post={post}
            conversation={conversation}
            onClose={() => setDeleting(false)}
          />
        </Suspense>
      )}
    </footer>
  )
}

function Like({ post, conversation }: { post: Post; conversation: Id }) {
  const { t } = useTranslation(['inbox', 'post'])
  const mayWrite = useMayWrite()
  const like = useLike(conversation)
  const liked = post.liked !== 'no'
  if (post.author.ours || !mayWrite) {
    return post.likes > 0 ? (
      <span className={styles.count} title={t('post:likes', { count: post.likes })}>
        <IconHeart
          size={17}
          stroke={1.7}
          role="img"
          aria-label={t('post:likes', { count: post.likes })}
        />
        <span aria-hidden>{post.likes}</span>
      </span>
    ) : null
  }
  const name = liked ? t('post:unlike') : t('post:like')
  return (
    <button
      type="button"
      className={styles.action}
      aria-pressed={liked}
      aria-label={post.likes > 0 ? `${name}, ${t('post:likes', { count: post.likes })}` : name}
      onClick={() => like.mutate({ post })}
    >
      {liked ? (
        <IconHeartFilled size={17} aria-hidden />
      ) : (
        <IconHeart size={17} stroke={1.7} aria-hidden />
      )}
      {post.likes > 0 && <span>{post.likes}</span>}
    </button>
  )
}

function Repost({ post, conversation }: { post: Post; conversation: Id }) {
  const { t } = useTranslation(['inbox', 'post'])
  const mayWrite = useMayWrite()
  const repost = useRepost(conversation)
  const on = post.reposted !== 'no'
  const counted = t('post:reposts', { count: post.reposts })
  if (!mayWrite) {
    return post.reposts > 0 ? (
      <span className={styles.count} title={counted}>
        <IconRepeat size={17} stroke={1.7} role="img" aria-label={counted} />
        <span aria-hidden>{post.reposts}</span>
      </span>
    ) : null
  }
  const name = on ? t('post:unrepost') : t('post:repost')
  return (
    <button
      type="button"
      className={styles.action}
      aria-pressed={on}
      aria-label={post.reposts > 0 ? `${name}, ${counted}` : name}
      title={name}
      data-testid="repost"
      onClick={() => repost.mutate({ post })}
    >
      <IconRepeat size={17} stroke={on ? 2.2 : 1.7} aria-hidden />
      {post.reposts > 0 && <span>{post.reposts}</span>}
    </button>
  )
}

import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type MouseEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gapPostsQuery } from '@/api/knowledge/gaps'
import type { Gap, GapPost } from '@/api/knowledge/types'
import { directionOf } from '@/ui/direction'
import { Failure } from '@/ui/failure'
import { When } from '@/ui/when'
import { Coming } from '../shared/coming'
import { focusBeside } from './gap-focus'
import styles from './gaps.module.css'
import type { GapVerbs } from './use-gap-verbs'

interface Props {
  gap: Gap
  mayWrite: boolean
  verbs: GapVerbs
}

// So many posts of a gap are kept (GapLessons::kMostPosts of the server), those that say best what all of
// them ask.
const kMostKept = 200

// One question without an article: how many ask it and wait, in their own words.
export function GapCard({ gap, mayWrite, verbs }: Props) {
  const { t } = useTranslation('knowledge')
  const { id, name, state, people, posts, waiting, last_at, words, examples, article_id } = gap
  const [open, setOpen] = useState(false)
  const panel = useId()
  // The name is made of the most telling ones.
  const named = name.toLowerCase().split(/\s+/)
  const more = words.filter((word) => !named.includes(word.toLowerCase()))
  const leaveBy = (verb: (gap: Gap) => void) => (event: MouseEvent<HTMLElement>) => {
    focusBeside(event.currentTarget)
    verb(gap)
  }
  return (
    <li
      className={styles.gap}
      tabIndex={-1}
      aria-labelledby={`${panel}-name`}
      data-gap={id}
      data-testid="gap"
    >
      <h2 className={styles.name} id={`${panel}-name`}>
        <bdi>{name}</bdi>
      </h2>
      <p className={styles.sum}>
        <button
          type="button"
          className={styles.number}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {t('gaps.people', { count: people })}
        </button>{' '}
        {waiting > 0 ? t('gaps.waiting', { count: waiting }) : t('gaps.noneWait')}{' '}
        <span className={styles.last}>
          {t('gaps.last')} <When at={last_at} />
        </span>
      </p>
      {more.length > 0 && <p className={styles.terms}>{more.slice(0, 6).join(' · ')}</p>}
      <div id={panel}>{open ? <AllPosts gap={gap} /> : <Posts posts={examples.slice(0, 3)} />}</div>
      {posts > examples.slice(0, 3).length && (
        <button
          type="button"
          className={styles.all}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {open
            ? t('gaps.fewer')
            : posts > kMostKept
              ? t('gaps.most', { count: kMostKept })
              : t('gaps.all', { count: posts })}
        </button>
      )}
      <div className={styles.acts}>
        {article_id && (
          <Link to="/knowledge/$articleId" params={{ articleId: article_id }}>
            {t('gaps.openArticle')}
          </Link>
        )}
        {mayWrite && state === 'open' && (
          <>
            <Button
              variant="light"
              leftSection={<IconPencil size={17} stroke={1.7} aria-hidden />}
              loading={verbs.writing === id}
              onClick={() => verbs.write(gap)}
              data-testid="write-gap"
            >
              {t('gaps.write')}
            </Button>
            <Button variant="subtle" onClick={leaveBy(verbs.dismiss)}>
              {t('gaps.dismiss')}
            </Button>
          </>
        )}
        {mayWrite && state === 'dismissed' && (
          <Button variant="default" onClick={leaveBy(verbs.reopen)}>
            {t('gaps.reopen')}
          </Button>
        )}
      </div>
    </li>
  )
}

function AllPosts({ gap }: { gap: Gap }) {
  const { t } = useTranslation('knowledge')
  const posts = useQuery(gapPostsQuery(gap.id))
  if (posts.isPending) return <Coming rows={3} height={36} />
  if (!posts.data) return <Failure error={posts.error} retry={() => void posts.refetch()} />
  return (
    <>
      <Posts posts={posts.data} />
      {gap.state !== 'written' && posts.data.length < Math.min(gap.posts, kMostKept) && (
        <p className={styles.terms}>{t('gaps.leftOut')}</p>
      )}
    </>
  )
}

function Posts({ posts }: { posts: readonly GapPost[] }) {
  return (
    <ul className={styles.posts}>
      {posts.map((post) => (
        <li key={post.post_id}>
          <Link
            to="/inbox/$conversationId"
            params={{ conversationId: post.conversation_id }}
            search={{ view: undefined }}
            className={styles.post}
          >
            <span className={styles.words} dir={directionOf(post.text)}>
              {post.text}
            </span>
            <bdi className={styles.author}>{post.author}</bdi>
            <When at={post.at} short className={styles.when} />
          </Link>
        </li>
      ))}
    </ul>
  )
}

import { Link } from '@tanstack/react-router'
import { type ReactNode, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ByteSpan, HeardPost, Monitor } from '@/api/listening/types'
import { Avatar } from '@/ui/avatar'
import { Covered } from '@/ui/covered'
import { coverOf } from '@/ui/labels'
import { NetworkGlyph } from '@/ui/network-glyph'
import { TagDot } from '@/ui/tag-chip'
import { When } from '@/ui/when'
import { Words } from '@/ui/words'
import { Gist } from './gist'
import styles from './heard-card.module.css'
import { sayAuthor } from './say-author'

interface Props {
  heard: HeardPost
  // What its words are marked by.
  spans: readonly ByteSpan[]
  // Shown by name, where a list is of several.
  monitors?: readonly Monitor[]
  // Below the words: what stands with it, and what can be done.
  children?: ReactNode
}

// What somebody said where we heard it, with the words that made it found.
export function HeardCard({ heard, spans, monitors, children }: Props) {
  const { t } = useTranslation('listen')
  const { post } = heard
  const { author } = post
  const marks = useMemo(() => spans.map(({ begin, end }) => [begin, end] as const), [spans])
  const by = (monitors ?? []).filter(({ id }) => heard.monitors.some((one) => one.id === id))
  const { cover, label } = coverOf([...post.labels, ...author.labels])
  const words = (
    <Words
      text={post.text}
      langs={post.langs}
      entities={post.entities}
      network={author.network}
      marks={marks}
    />
  )
  return (
    <>
      <div className={styles.head}>
        <Avatar name={sayAuthor(author)} seed={author.id} url={author.avatar_url} size={34} />
        <span className={styles.who}>
          <bdi className={styles.name}>{sayAuthor(author)}</bdi>
          {author.name && author.handle && <bdi className={styles.handle}>@{author.handle}</bdi>}
        </span>
        <span className={styles.where}>
          <NetworkGlyph network={author.network} size={16} labelled />
          <When at={post.created_at} short />
        </span>
      </div>
      {post.deleted_at ? (
        <p className={styles.gone}>{t('heard.deleted')}</p>
      ) : cover === 'hide' || cover === 'cover' ? (
        <Covered cover={cover} label={label}>
          {words}
        </Covered>
      ) : (
        words
      )}
      {post.media.length > 0 && (
        <p className={styles.media}>{t('heard.media', { count: post.media.length })}</p>
      )}
      <div className={styles.foot}>
        <Gist reading={post.reading} />
        {by.map((monitor) => (
          <Link
            key={monitor.id}
            to="/listen/$monitorId"
            params={{ monitorId: monitor.id }}
            className={styles.monitor}
          >
            <TagDot color={monitor.color} />
            <bdi>{monitor.name}</bdi>
          </Link>
        ))}
        {children}
      </div>
    </>
  )
}

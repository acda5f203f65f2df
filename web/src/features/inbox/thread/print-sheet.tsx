// The conversation on paper: who, when, what, and where links lead. Drawn only while the browser
// prints, also when somebody uses the browser's own menu.

import { useEffect, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import type { Conversation, Post } from '@/api/types'
import { networkName } from '@/ui/networks'
import { sayExactly } from '@/ui/time'
import './print-sheet.css'

interface Props {
  conversation: Conversation
  posts: readonly Post[]
}

export function PrintSheet(props: Props) {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    // What is not in the page when this returns is not on the paper.
    const start = () => flushSync(() => setPrinting(true))
    const stop = () => setPrinting(false)
    window.addEventListener('beforeprint', start)
    window.addEventListener('afterprint', stop)
    return () => {
      window.removeEventListener('beforeprint', start)
      window.removeEventListener('afterprint', stop)
    }
  }, [])
  return printing ? createPortal(<Sheet {...props} />, document.body) : null
}

function Sheet({ conversation, posts }: Props) {
  const { t } = useTranslation(['inbox', 'post'])
  const { lead, channel, tags, owner } = conversation
  const facts = [
    t(`state.${conversation.state}`),
    owner && t('row.owner', { name: owner.name }),
    tags.map((tag) => tag.name).join(', '),
    t('print.account', { handle: channel.handle, network: networkName(channel.network) }),
  ].filter(Boolean)
  return (
    <article className="rp-print">
      <h1>{t('print.title', { name: lead.name || lead.handle })}</h1>
      <p className="rp-print-facts">{facts.join(' · ')}</p>
      <ol>
        {posts.map((post) => (
          <li key={post.id}>
            <PrintedPost post={post} />
          </li>
        ))}
      </ol>
    </article>
  )
}

function PrintedPost({ post }: { post: Post }) {
  const { t } = useTranslation(['inbox', 'post'])
  const links = post.entities.filter(
    (entity) => entity.kind === 'link' && !post.text.includes(entity.value),
  )
  return (
    <>
      <h2>
        <bdi>{post.author.name || post.author.handle}</bdi> @{post.author.handle}{' '}
        <time dateTime={post.created_at}>{sayExactly(post.created_at)}</time>
        {post.edited_at && ` (${t('post:edited')})`}
      </h2>
      {post.deleted_at ? (
        <p className="rp-print-facts">{t('post:deleted')}</p>
      ) : (
        <>
          <p dir="auto">{post.text}</p>
          {post.quoted && (
            <blockquote>
              @{post.quoted.author}: {post.quoted.text}
            </blockquote>
          )}
          {post.media.map((media) => (
            <p key={media.url} className="rp-print-facts">
              [{media.alt || media.title || t('post:noAlt')}] {media.url}
            </p>
          ))}
          {links.map((link) => (
            <p key={`${link.begin}`} className="rp-print-facts">
              {link.value}
            </p>
          ))}
        </>
      )}
      {post.url && <p className="rp-print-facts">{post.url}</p>}
    </>
  )
}

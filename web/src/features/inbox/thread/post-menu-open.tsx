import { ActionIcon, Menu } from '@mantine/core'
import {
  IconBan,
  IconDots,
  IconHeart,
  IconRepeat,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import '@/i18n/acts'
import { conversationQuery } from '@/api/conversations/queries'
import type { Id, Post } from '@/api/types'
import { useUs } from '../person/use-us'
import { useLike } from '../verbs/use-like'
import { useRepost } from '../verbs/use-repost'
import { useSilence } from '../verbs/use-silence'

const BlockDialog = lazy(() => import('../dialogs/block-dialog'))

interface Props {
  post: Post
  conversation: Id
}

// It is loaded by the click that opens it, and so begins open.
export default function PostMenuOpen({ post, conversation }: Props) {
  const { t } = useTranslation(['inbox', 'post'])
  const { author } = post
  const us = useUs(author.network)
  const [opened, setOpened] = useState(true)
  const [blocking, setBlocking] = useState(false)
  return (
    <>
      <Menu position="bottom-start" width={300} opened={opened} onChange={setOpened}>
        <Menu.Target>
          <ActionIcon size={32} aria-label={t('post:more', { name: author.name || author.handle })}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <AsAnother post={post} conversation={conversation} />
          {!author.ours && <Silence author={author} onBlock={() => setBlocking(true)} />}
        </Menu.Dropdown>
      </Menu>
      {blocking && (
        <Suspense>
          <BlockDialog account={author} us={us} onClose={() => setBlocking(false)} />
        </Suspense>
      )}
    </>
  )
}

// Who of ours likes or reposts it. What one of our accounts did stands for all, and the button
// beside the menu takes it back.
function AsAnother({ post, conversation }: Props) {
  const { t } = useTranslation('acts')
  const { data: open } = useQuery({ ...conversationQuery(conversation), enabled: false })
  const like = useLike(conversation)
  const repost = useRepost(conversation)
  const able = open?.speakers.filter((one) => one.state === 'connected') ?? []
  if (able.length < 2 || post.deleted_at) return null
  const mayLike = !post.author.ours && post.liked === 'no'
  const mayRepost = post.reposted === 'no'
  if (!mayLike && !mayRepost) return null
  return (
    <>
      {mayLike &&
        able.map((one) => (
          <Menu.Item
            key={one.channel_id}
            leftSection={<IconHeart size={18} stroke={1.6} />}
            onClick={() => like.mutate({ post, as: one.channel_id })}
          >
            {t('as.like', { handle: one.handle })}
          </Menu.Item>
        ))}
      {mayRepost &&
        able.map((one) => (
          <Menu.Item
            key={one.channel_id}
            leftSection={<IconRepeat size={18} stroke={1.6} />}
            onClick={() => repost.mutate({ post, as: one.channel_id })}
          >
            {t('as.repost', { handle: one.handle })}
          </Menu.Item>
        ))}
      {!post.author.ours && <Menu.Divider />}
    </>
  )
}

function Silence({ author, onBlock }: { author: Post['author']; onBlock: () => void }) {
  const { t } = useTranslation(['inbox', 'post'])
  const silence = useSilence(author)
  const { handle, silenced } = author
  return (
    <>
      {silenced === 'muted' ? (
        <Menu.Item
          leftSection={<IconVolume size={18} stroke={1.6} />}
          onClick={() => silence.mutate({ verb: 'unmute' })}
        >
          {t('silence.unmute', { handle })}
        </Menu.Item>
      ) : (
        <Menu.Item
          leftSection={<IconVolumeOff size={18} stroke={1.6} />}
          onClick={() => silence.mutate({ verb: 'mute' })}
        >
          {t('silence.mute', { handle })}
          <small style={{ display: 'block', color: 'var(--rp-ink-2)' }}>
            {t('silence.muteMeans')}
          </small>
        </Menu.Item>
      )}
      {silenced === 'blocked' ? (
        <Menu.Item
          leftSection={<IconBan size={18} stroke={1.6} />}
          onClick={() => silence.mutate({ verb: 'unblock' })}
        >
          {t('silence.unblock', { handle })}
        </Menu.Item>
      ) : (
        <Menu.Item leftSection={<IconBan size={18} stroke={1.6} />} onClick={onBlock}>
          {t('silence.block', { handle })}
        </Menu.Item>
      )}
    </>
  )
}

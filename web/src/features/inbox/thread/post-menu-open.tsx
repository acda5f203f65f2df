import { ActionIcon, Menu } from '@mantine/core'
import {
  IconBan,
  IconDots,
  IconEye,
  IconEyeOff,
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
import { useHide } from '../verbs/use-hide'
import { useLike } from '../verbs/use-like'
import { useRepost } from '../verbs/use-repost'
import { useSilence } from '../verbs/use-silence'

const SilenceDialog = lazy(() => import('../dialogs/silence-dialog'))
const HideDialog = lazy(() => import('../dialogs/hide-dialog'))

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
  const [asking, setAsking] = useState<'mute' | 'block' | 'hide'>()
  const close = () => setAsking(undefined)
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
          {post.can_hide && (
            <Hiding post={post} conversation={conversation} onHide={() => setAsking('hide')} />
          )}
          {!author.ours && <Silence author={author} onAsk={setAsking} />}
        </Menu.Dropdown>
      </Menu>
      {asking && (
        <Suspense>
          {asking === 'hide' ? (
            <HideDialog post={post} conversation={conversation} onClose={close} />
          ) : (
            <SilenceDialog verb={asking} account={author} us={us} onClose={close} />
          )}
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

// Below a post of ours, where the network can hide it.
function Hiding({ post, conversation, onHide }: Props & { onHide: () => void }) {
  const { t } = useTranslation('post')
  const hide = useHide(conversation)
  return post.hidden ? (
    <Menu.Item
      leftSection={<IconEye size={18} stroke={1.6} />}
      disabled={post.hiding}
      onClick={() => hide.mutate({ post: post.id })}
    >
      {t('hide.back')}
    </Menu.Item>
  ) : (
    <Menu.Item
      leftSection={<IconEyeOff size={18} stroke={1.6} />}
      disabled={post.hiding}
      onClick={onHide}
    >
      {t('hide.action')}
      <small style={{ display: 'block', color: 'var(--rp-ink-2)' }}>{t('hide.means')}</small>
    </Menu.Item>
  )
}

interface SilenceProps {
  author: Post['author']
  onAsk: (verb: 'mute' | 'block') => void
}

function Silence({ author, onAsk }: SilenceProps) {
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
          onClick={() => onAsk('mute')}
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
        <Menu.Item leftSection={<IconBan size={18} stroke={1.6} />} onClick={() => onAsk('block')}>
          {t('silence.block', { handle })}
        </Menu.Item>
      )}
    </>
  )
}

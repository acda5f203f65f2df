import { ActionIcon, Menu } from '@mantine/core'
import { IconBan, IconDots, IconVolume, IconVolumeOff } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Post } from '@/api/types'
import { useUs } from '../person/use-us'
import { useSilence } from '../verbs/use-silence'

const BlockDialog = lazy(() => import('../dialogs/block-dialog'))

// It is loaded by the click that opens it, and so begins open.
export default function PostMenuOpen({ author }: { author: Post['author'] }) {
  const { t } = useTranslation('inbox')
  const silence = useSilence(author)
  const us = useUs(author.network)
  const [opened, setOpened] = useState(true)
  const [blocking, setBlocking] = useState(false)
  const { handle, silenced } = author
  return (
    <>
      <Menu position="bottom-start" width={300} opened={opened} onChange={setOpened}>
        <Menu.Target>
          <ActionIcon size={32} aria-label={t('post.more', { name: author.name || handle })}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
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
            <Menu.Item
              leftSection={<IconBan size={18} stroke={1.6} />}
              onClick={() => setBlocking(true)}
            >
              {t('silence.block', { handle })}
            </Menu.Item>
          )}
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

import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { IconCheck, IconFilter, IconFilterFilled } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/api/channels'
import type { Id } from '@/api/types'
import { NetworkGlyph } from '@/ui/network-glyph'
import { useInbox } from '../inbox-context'

// With one channel there is nothing to choose.
export function ChannelFilter() {
  const { t } = useTranslation('inbox')
  const { filter } = useInbox()
  const navigate = useNavigate()
  const { data: channels = [] } = useQuery(channelsQuery)
  if (channels.length < 2) return null
  const choose = (channel: Id | undefined) =>
    void navigate({ to: '.', search: (before) => ({ ...before, channel }) })
  const chosen = channels.find((channel) => channel.id === filter.channel)
  const label = chosen ? t('channel.only', { handle: chosen.account.handle }) : t('channel.filter')

  return (
    <Menu position="bottom-end" width={260}>
      <Menu.Target>
        <Tooltip label={label}>
          <ActionIcon size={40} aria-label={label} color={chosen ? 'teal' : 'gray'}>
            {chosen ? <IconFilterFilled size={19} /> : <IconFilter size={20} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          onClick={() => choose(undefined)}
          rightSection={!chosen && <IconCheck size={16} />}
        >
          {t('channel.all')}
        </Menu.Item>
        {channels.map((channel) => (
          <Menu.Item
            key={channel.id}
            onClick={() => choose(channel.id)}
            leftSection={<NetworkGlyph network={channel.network} size={18} labelled />}
            rightSection={chosen?.id === channel.id && <IconCheck size={16} />}
          >
            {channel.account.handle}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

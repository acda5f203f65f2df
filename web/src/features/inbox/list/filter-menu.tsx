import { ActionIcon, Menu } from '@mantine/core'
import { IconCheck, IconFilter, IconFilterFilled, IconUser, IconUserOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/api/channels'
import { membersQuery } from '@/api/members'
import { tagsQuery } from '@/api/tags'
import { Avatar } from '@/ui/avatar'
import { NetworkGlyph } from '@/ui/network-glyph'
import { TagDot } from '@/ui/tag-chip'
import { Tip } from '@/ui/tip'
import { useListChoice } from '../inbox-context'
import styles from './filter-menu.module.css'

// Narrows the list: one channel, one tag, one owner.
export function FilterMenu() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const { data: channels = [] } = useQuery(channelsQuery)
  const narrowed = Boolean(filter.channel || filter.tag || filter.owner)
  const label = t('filter.label')
  const [opened, setOpened] = useState(false)

  return (
    <Menu position="bottom-end" width={280} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tip label={label} disabled={opened}>
          <ActionIcon size={40} aria-label={label} color={narrowed ? 'teal' : 'gray'}>
            {narrowed ? <IconFilterFilled size={19} /> : <IconFilter size={20} stroke={1.6} />}
          </ActionIcon>
        </Tip>
      </Menu.Target>
      <Menu.Dropdown className={styles.dropdown}>
        {channels.length > 1 && (
          <>
            <Menu.Label>{t('filter.channels')}</Menu.Label>
            {channels.map((channel) => {
              const chosen = filter.channel === channel.id
              return (
                <Menu.Item
                  key={channel.id}
                  onClick={() => show({ ...filter, channel: chosen ? undefined : channel.id })}
                  leftSection={<NetworkGlyph network={channel.network} size={18} labelled />}
                  rightSection={chosen && <IconCheck size={16} aria-label={t('filter.chosen')} />}
                >
                  {channel.account.handle}
                </Menu.Item>
              )
            })}
          </>
        )}
        <Owners />
        <TagItems />
      </Menu.Dropdown>
    </Menu>
  )
}

// The views Mine and Nobody's yet name an owner already.
function Owners() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const { data: members = [] } = useQuery(membersQuery)
  const owners = [
    { id: 'me', name: t('filter.me'), icon: <IconUser size={18} stroke={1.6} aria-hidden /> },
    {
      id: 'nobody',
      name: t('assign.nobody'),
      icon: <IconUserOff size={18} stroke={1.6} aria-hidden />,
    },
    ...members
      .filter((member) => !member.me)
      .map((member) => ({
        id: member.id,
        name: member.name,
        icon: <Avatar name={member.name} seed={member.id} size={20} />,
      })),
  ]
  const base = filter.view === 'mine' || filter.view === 'unassigned' ? 'open' : filter.view
  const current =
    filter.view === 'mine' ? 'me' : filter.view === 'unassigned' ? 'nobody' : filter.owner
  return (
    <>
      <Menu.Label>{t('filter.owners')}</Menu.Label>
      {owners.map((owner) => {
        const chosen = current === owner.id
        return (
          <Menu.Item
            key={owner.id}
            leftSection={owner.icon}
            rightSection={chosen && <IconCheck size={16} aria-label={t('filter.chosen')} />}
            onClick={() => show({ ...filter, view: base, owner: chosen ? undefined : owner.id })}
          >
            {owner.name}
          </Menu.Item>
        )
      })}
    </>
  )
}

function TagItems() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const { data: tags = [] } = useQuery(tagsQuery)
  if (tags.length === 0) return null
  const state = filter.view === 'mine' || filter.view === 'unassigned' ? 'open' : filter.view
  return (
    <>
      <Menu.Label>{t('tag.tags')}</Menu.Label>
      {tags.map((tag) => {
        const chosen = filter.tag === tag.id
        const count = state === 'all' || state === 'mentions' ? null : tag[state]
        return (
          <Menu.Item
            key={tag.id}
            leftSection={<TagDot color={tag.color} />}
            rightSection={
              chosen ? (
                <IconCheck size={16} aria-label={t('filter.chosen')} />
              ) : (
                <span className={styles.count}>{count}</span>
              )
            }
            onClick={() => show({ ...filter, tag: chosen ? undefined : tag.id })}
          >
            <bdi>{tag.name}</bdi>
          </Menu.Item>
        )
      })}
    </>
  )
}

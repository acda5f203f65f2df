import { Button, Menu } from '@mantine/core'
import { IconCheck, IconPlus, IconUserPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import { channelsQuery } from '@/api/channels'
import type { Id, PersonAccount } from '@/api/types'
import { useFollow } from '../verbs/use-follow'

// Follows them, or stops. Where several of our accounts could, it asks which.
export default function FollowButton({ account, person }: { account: PersonAccount; person: Id }) {
  const { t } = useTranslation(['inbox', 'acts'])
  const follow = useFollow(person)
  const { data: channels = [] } = useQuery(channelsQuery)
  const able = channels.filter(
    (one) => one.network === account.network && one.state === 'connected',
  )
  const followed = account.followed !== 'no'
  const asks = !followed && able.length > 1
  const button = (
    <Button
      size="compact-md"
      variant={followed ? 'light' : 'default'}
      aria-pressed={asks ? undefined : followed}
      leftSection={
        followed ? <IconCheck size={16} stroke={2} /> : <IconPlus size={16} stroke={2} />
      }
      onClick={asks ? undefined : () => follow.mutate({ account })}
    >
      {followed ? t('person.following') : t('person.follow')}
    </Button>
  )
  if (!asks) return button
  return (
    <Menu position="bottom-start" width={280} returnFocus>
      <Menu.Target>{button}</Menu.Target>
      <Menu.Dropdown aria-label={t('acts:as.who')}>
        {able.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={<IconUserPlus size={18} stroke={1.6} />}
            onClick={() => follow.mutate({ account, as: one.id })}
          >
            {t('acts:as.follow', { handle: one.account.handle })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

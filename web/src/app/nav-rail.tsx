import { Menu } from '@mantine/core'
import {
  IconBook,
  IconChartBar,
  IconCommand,
  IconEar,
  IconInbox,
  IconKeyboard,
  IconLogout,
  IconSettings,
  IconSignRight,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '@/api/session'
import { Avatar } from '@/ui/avatar'
import { askForFirstLook } from '@/ui/first-look'
import { Tip } from '@/ui/tip'
import { useLeaveTheDesk } from '@/ui/use-leave-the-desk'
import styles from './shell.module.css'
import { WorkspaceMenu } from './workspace-menu'

interface Props {
  onShortcuts: () => void
  onPalette: () => void
  workspacesOpen: boolean
  onWorkspaces: (open: boolean) => void
}

export function NavRail({ onShortcuts, onPalette, workspacesOpen, onWorkspaces }: Props) {
  const { t } = useTranslation()
  return (
    <nav className={styles.rail} aria-label={t('shell.navigation')}>
      <WorkspaceMenu opened={workspacesOpen} onChange={onWorkspaces} />
      <Link to="/inbox" className={styles.link}>
        <IconInbox size={22} stroke={1.6} aria-hidden />
        {t('shell.inbox')}
      </Link>
      <Link to="/listen" className={styles.link}>
        <IconEar size={22} stroke={1.6} aria-hidden />
        {t('shell.listen')}
      </Link>
      <Link to="/knowledge" className={styles.link}>
        <IconBook size={22} stroke={1.6} aria-hidden />
        {t('shell.knowledge')}
      </Link>
      <Link to="/insights" className={styles.link}>
        <IconChartBar size={22} stroke={1.6} aria-hidden />
        {t('shell.insights')}
      </Link>
      <div className={styles.foot}>
        <button
          type="button"
          className={`${styles.link} ${styles.plain}`}
          onClick={onPalette}
          aria-label={t('palette.open')}
          aria-keyshortcuts="Control+K Meta+K"
        >
          <IconCommand size={22} stroke={1.6} aria-hidden />
          {t('palette.short')}
        </button>
        <Link to="/settings" className={styles.link} data-look="settings">
          <IconSettings size={22} stroke={1.6} aria-hidden />
          {t('shell.settings')}
        </Link>
        <MemberMenu onShortcuts={onShortcuts} />
      </div>
    </nav>
  )
}

function MemberMenu({ onShortcuts }: { onShortcuts: () => void }) {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery)
  const leave = useLeaveTheDesk()
  const [opened, setOpened] = useState(false)
  const member = session?.member
  if (!member) return null
  return (
    <Menu position="right-end" width={220} opened={opened} onChange={setOpened}>
      <Menu.Target>
        <Tip label={member.name} side="right" disabled={opened}>
          <button
            type="button"
            className={styles.me}
            aria-label={t('shell.you', { name: member.name })}
          >
            <Avatar name={member.name} seed={member.id} size={34} />
          </button>
        </Tip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{session?.workspace?.name}</Menu.Label>
        <Menu.Item leftSection={<IconKeyboard size={18} stroke={1.6} />} onClick={onShortcuts}>
          {t('shell.shortcuts')}
        </Menu.Item>
        <Menu.Item leftSection={<IconSignRight size={18} stroke={1.6} />} onClick={askForFirstLook}>
          {t('shell.firstLook')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={18} stroke={1.6} />} onClick={leave}>
          {t('shell.signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

// The workspaces of this member, as a menu's items: the present one first in the keyboard's reach.

import { Menu, Skeleton } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/settings'
import { sayError } from '@/api/http'
import { goToWorkspace, workspacesQuery } from '@/api/workspaces'
import { BrandTile } from '@/ui/brand-tile'
import { sayFailure } from '@/ui/toast'
import styles from './workspace.module.css'

export default function WorkspaceItems({ onNew }: { onNew: () => void }) {
  const { t } = useTranslation(['team', 'common'])
  const mine = useQuery(workspacesQuery)
  const first = useRef<HTMLButtonElement>(null)
  const known = mine.data !== undefined
  useEffect(() => {
    if (known) first.current?.focus()
  }, [known])

  if (mine.isError) return <p className={styles.problem}>{sayError(mine.error)}</p>
  if (!mine.data) return <Skeleton height={52} aria-label={t('common:loading')} role="status" />
  return (
    <>
      {mine.data.map((each) => (
        <Menu.Item
          key={each.id}
          ref={each.current ? first : undefined}
          aria-current={each.current || undefined}
          leftSection={<BrandTile workspace={each} size={32} />}
          rightSection={each.current ? <IconCheck size={18} stroke={1.8} aria-hidden /> : undefined}
          onClick={() => {
            if (!each.current) goToWorkspace(each.id).catch(sayFailure)
          }}
        >
          <span className={styles.itemName}>{each.name}</span>
          <span className={styles.itemRole}>{t(`role.${each.role}`)}</span>
        </Menu.Item>
      ))}
      {mine.data.some((each) => each.role === 'owner') && (
        <>
          <Menu.Divider />
          <Menu.Item leftSection={<IconPlus size={20} stroke={1.6} />} onClick={onNew}>
            {t('workspace.new')}
          </Menu.Item>
        </>
      )}
    </>
  )
}

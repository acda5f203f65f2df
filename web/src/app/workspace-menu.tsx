// Which brand this is, and the way to the others. What the menu holds is loaded when it is opened.

import { Menu, Skeleton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '@/api/session'
import { BrandTile } from '@/ui/brand-tile'
import styles from './shell.module.css'

const load = () => import('@/features/settings/workspace/workspace-items')
const WorkspaceItems = lazy(load)
const NewWorkspace = lazy(() => import('@/features/settings/workspace/new-workspace-dialog'))

interface Props {
  opened: boolean
  onChange: (opened: boolean) => void
}

export function WorkspaceMenu({ opened, onChange }: Props) {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery)
  const [making, setMaking] = useState(false)
  const workspace = session?.workspace
  if (!workspace) return null
  return (
    <>
      <Menu position="right-start" width={280} opened={opened} onChange={onChange} returnFocus>
        <Menu.Target>
          <button
            type="button"
            className={styles.brand}
            title={workspace.name}
            aria-label={t('shell.workspace', { name: workspace.name })}
            onPointerEnter={load}
            onFocus={load}
          >
            <BrandTile workspace={workspace} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <Suspense fallback={<Skeleton height={44} />}>
            {opened && <WorkspaceItems onNew={() => setMaking(true)} />}
          </Suspense>
        </Menu.Dropdown>
      </Menu>
      {making && (
        <Suspense>
          <NewWorkspace onClose={() => setMaking(false)} />
        </Suspense>
      )}
    </>
  )
}

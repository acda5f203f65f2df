// What surrounds every screen: where one can go, whether this is the sandbox, whether we are live.

import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '@/api/live/use-live'
import { sessionQuery } from '@/api/session'
import { undoLatest } from '@/ui/toast'
import { useShortcuts } from '@/ui/use-shortcuts'
import { BottomBar } from './bottom-bar'
import { NavRail } from './nav-rail'
import styles from './shell.module.css'

const ShortcutSheet = lazy(() => import('./shortcut-sheet'))
const FirstLook = lazy(() =>
  import('@/features/first-look').then((look) => ({ default: look.FirstLook })),
)

export function Shell() {
  const { t } = useTranslation()
  const { data: session } = useQuery(sessionQuery)
  const navigate = useNavigate()
  const live = useLive()
  const reading = useParams({ strict: false }).conversationId !== undefined
  const [sheet, setSheet] = useState(false)
  const [workspaces, setWorkspaces] = useState(false)

  useShortcuts({
    '?': () => setSheet(true),
    u: undoLatest,
    'g i': () => void navigate({ to: '/inbox' }),
    'g s': () => void navigate({ to: '/settings/channels' }),
    // On a phone there is no rail; its page in Settings has the same list.
    'g w': () =>
      window.innerWidth < 800 ? void navigate({ to: '/settings/workspace' }) : setWorkspaces(true),
  })

  return (
    <div className={styles.shell} data-reading={reading || undefined}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      {session?.demo && (
        <section className={styles.demo} aria-label={t('network.sandbox')}>
          {t('shell.demo')}
        </section>
      )}
      <div className={styles.body}>
        <NavRail
          onShortcuts={() => setSheet(true)}
          workspacesOpen={workspaces}
          onWorkspaces={setWorkspaces}
        />
        <main id="main" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar />
      <div role="status" className={styles.status}>
        {live === 'reconnecting' && <span className={styles.pill}>{t('shell.reconnecting')}</span>}
      </div>
      <Suspense>
        <FirstLook />
      </Suspense>
      {sheet && (
        <Suspense>
          <ShortcutSheet onClose={() => setSheet(false)} />
        </Suspense>
      )}
    </div>
  )
}

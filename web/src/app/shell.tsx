// What surrounds every screen: where one can go, whether this is the sandbox, whether we are live.

import { useQuery } from '@tanstack/react-query'
import { Outlet, useNavigate, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLive } from '@/api/live/use-live'
import { sessionQuery } from '@/api/session'
import { useOffer } from '@/ui/commands'
import { lazily } from '@/ui/lazily'
import { startTips } from '@/ui/tips'
import { say, undoLatest } from '@/ui/toast'
import { useShortcuts } from '@/ui/use-shortcuts'
import { BottomBar } from './bottom-bar'
import { NavRail } from './nav-rail'
import styles from './shell.module.css'
import { usePaletteKey } from './use-palette-key'

const ShortcutSheet = lazy(() => import('./shortcut-sheet'))
const FirstLook = lazy(() =>
  import('@/features/first-look').then((look) => ({ default: look.FirstLook })),
)
const palette = lazily(() => import('./palette').then((module) => module.default))

export function Shell() {
  const { t } = useTranslation(['common', 'inbox'])
  const { data: session } = useQuery(sessionQuery)
  const navigate = useNavigate()
  const live = useLive(({ by, conversation_id }) =>
    say(t('inbox:mention.by', { name: by }), {
      text: t('inbox:mention.look'),
      go: () =>
        void navigate({
          to: '/inbox/$conversationId',
          params: { conversationId: conversation_id },
        }),
    }),
  )
  const reading = useParams({ strict: false }).conversationId !== undefined
  const [sheet, setSheet] = useState(false)
  const [workspaces, setWorkspaces] = useState(false)
  const [asked, setAsked] = useState(false)
  useEffect(() => startTips(), [])
  useFirstSign(palette.fetch)
  usePaletteKey(useCallback(() => setAsked(true), []))

  useShortcuts({
    '?': () => setSheet(true),
    u: undoLatest,
    'g i': () => void navigate({ to: '/inbox' }),
    'g v': () => setAsked(true),
    'g m': () => void navigate({ to: '/inbox', search: { view: 'mentions' } }),
    'g l': () => void navigate({ to: '/listen' }),
    'g k': () => void navigate({ to: '/knowledge' }),
    'g r': () => void navigate({ to: '/insights/reasons' }),
    'g s': () => void navigate({ to: '/settings/channels' }),
    // On a phone there is no rail; its page in Settings has the same list.
    'g w': () =>
      window.innerWidth < 800 ? void navigate({ to: '/settings/workspace' }) : setWorkspaces(true),
  })

  useOffer(async () => {
    const { offeredPlaces } = await import('./places')
    return offeredPlaces(
      (to) => void navigate({ to }),
      () => setSheet(true),
    )
  }, 1)

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
          onPalette={() => setAsked(true)}
          workspacesOpen={workspaces}
          onWorkspaces={setWorkspaces}
        />
        <main id="main" className={styles.main} tabIndex={-1}>
          <Outlet />
        </main>
      </div>
      <BottomBar onPalette={() => setAsked(true)} />
      <div role="status" className={styles.status}>
        {live === 'reconnecting' && <span className={styles.pill}>{t('shell.reconnecting')}</span>}
      </div>
      <Suspense>
        <FirstLook />
      </Suspense>
      {asked && (
        <Suspense>
          <palette.Shown onClose={() => setAsked(false)} />
        </Suspense>
      )}
      {sheet && (
        <Suspense>
          <ShortcutSheet onClose={() => setSheet(false)} />
        </Suspense>
      )}
    </div>
  )
}

// Runs `then` once somebody moves or presses something: a page that is only looked at fetches nothing
// more, and what a key may ask for next is there.
function useFirstSign(then: () => void): void {
  useEffect(() => {
    const stop = new AbortController()
    const first = () => {
      stop.abort()
      then()
    }
    for (const type of ['keydown', 'pointermove', 'touchstart'])
      document.addEventListener(type, first, { signal: stop.signal, passive: true })
    return () => stop.abort()
  }, [then])
}

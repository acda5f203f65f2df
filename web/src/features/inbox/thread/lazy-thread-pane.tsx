// The thread with its composer and the person beside it come when somebody is about to open a
// conversation: a first visit shows the list, and should not wait for what it does not show.

import { memo, Suspense } from 'react'
import type { Id } from '@/api/types'
import { lazily } from '@/ui/lazily'
import { useIsWide } from '@/ui/use-media'
import personStyles from '../person/person-pane.module.css'
import { usePersonOpen } from '../person/use-person-open'
import styles from './thread-pane.module.css'
import { ThreadSkeleton } from './thread-skeleton'

const pane = lazily(() => import('./thread-pane').then((module) => module.ThreadPane))

// As soon as a pointer or the focus comes near the list, well before anything is opened.
export const fetchThreadPane = pane.fetch

// First who it is, which the list knows; the thread is drawn when that has been seen.
export const LazyThreadPane = memo(function LazyThreadPane({ id }: { id: Id }) {
  const [pinned] = usePersonOpen()
  const beside = useIsWide() && pinned
  return (
    <Suspense
      fallback={
        <div className={styles.pane} data-person={beside || undefined}>
          <div className={styles.thread}>
            <ThreadSkeleton id={id} />
          </div>
          {beside && <aside className={personStyles.pane} aria-hidden />}
        </div>
      }
    >
      <pane.Shown key={id} id={id} />
    </Suspense>
  )
})

// The thread with its composer and the person beside it come when somebody is about to open a
// conversation: a first visit shows the list, and should not wait for what it does not show.

import { lazy, Suspense } from 'react'
import type { Id } from '@/api/types'
import styles from './thread-pane.module.css'
import { ThreadSkeleton } from './thread-skeleton'

const load = () => import('./thread-pane')
const ThreadPane = lazy(() => load().then((module) => ({ default: module.ThreadPane })))

// As soon as a pointer or the focus comes near the list, well before anything is opened.
export function fetchThreadPane(): void {
  load().catch(() => {})
}

export function LazyThreadPane({ id }: { id: Id }) {
  return (
    <Suspense
      fallback={
        <div className={styles.pane}>
          <div className={styles.thread}>
            <ThreadSkeleton />
          </div>
        </div>
      }
    >
      <ThreadPane key={id} id={id} />
    </Suspense>
  )
}

import { useCallback, useDeferredValue, useState } from 'react'
import type { Id } from '@/api/types'
import { Failure } from '@/ui/failure'
import { useIsWide } from '@/ui/use-media'
import { useShortcuts } from '@/ui/use-shortcuts'
import { PersonPane } from '../person/person-pane'
import personStyles from '../person/person-pane.module.css'
import { usePersonOpen } from '../person/use-person-open'
import { BackButton } from './back-button'
import { OpenThread } from './open-thread'
import styles from './thread-pane.module.css'
import { ThreadSkeleton } from './thread-skeleton'
import { useThread } from './use-thread'

// One conversation: its thread, the composer, and at its side who is speaking.
export function ThreadPane({ id }: { id: Id }) {
  const { conversation, posts, isPending, isWhole, error, retry } = useThread(id)
  const [chosen, setChosen] = useState<Id>()
  const wide = useIsWide()
  const [pinned, setPinned] = usePersonOpen()
  const [drawer, setDrawer] = useState(false)
  const shown = wide ? pinned : drawer
  const show = wide ? setPinned : setDrawer
  const showPerson = useCallback(
    (person: Id) => {
      setChosen(person)
      show(true)
    },
    [show],
  )
  // A thread is much to draw: that begins when the key that opened it has been answered, and gives way
  // to the next key.
  const isReady = useDeferredValue(!isPending && conversation !== undefined, false)
  const isBeside = useDeferredValue(true, false)
  const toggle = useCallback(() => show(!shown), [show, shown])
  useShortcuts({ p: toggle })

  return (
    <div className={styles.pane} data-person={(wide && pinned) || undefined}>
      <div className={styles.thread}>
        {error ? (
          <>
            <BackButton />
            <Failure error={error} retry={retry} />
          </>
        ) : !isReady || !conversation ? (
          <ThreadSkeleton id={id} />
        ) : (
          <OpenThread
            conversation={conversation}
            posts={posts}
            isWhole={isWhole}
            personShown={shown}
            onPerson={showPerson}
            onTogglePerson={toggle}
          />
        )}
      </div>
      {shown && !isBeside && wide && <aside className={personStyles.pane} aria-hidden />}
      {shown && isBeside && (
        <PersonPane
          person={chosen ?? conversation?.lead.person_id}
          conversation={conversation}
          asDrawer={!wide}
          onClose={() => show(false)}
        />
      )}
    </div>
  )
}

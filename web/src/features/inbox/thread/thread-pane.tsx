import { useCallback, useState } from 'react'
import type { Id } from '@/api/types'
import { Failure } from '@/ui/failure'
import { useIsWide } from '@/ui/use-media'
import { useShortcuts } from '@/ui/use-shortcuts'
import { PersonPane } from '../person/person-pane'
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
  useShortcuts({ p: () => show(!shown) })

  return (
    <div className={styles.pane} data-person={(wide && pinned) || undefined}>
      <div className={styles.thread}>
        {error ? (
          <>
            <BackButton />
            <Failure error={error} retry={retry} />
          </>
        ) : isPending || !conversation ? (
          <ThreadSkeleton />
        ) : (
          <OpenThread
            conversation={conversation}
            posts={posts}
            isWhole={isWhole}
            personShown={shown}
            onPerson={showPerson}
            onTogglePerson={() => show(!shown)}
          />
        )}
      </div>
      {shown && (
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

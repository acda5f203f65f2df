import { type Query, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { countsQuery } from '../counts'
import { EventApplier, type Mentioned } from './apply-events'
import { browserEnvironment, type LiveStatus } from './stream-environment'
import { TabStream } from './tab-stream'

const failed = (query: Query) => query.state.status === 'error'

// Keeps this tab's data live while the caller is mounted, and tells whether we hear the server.
export function useLive(onMentioned: (mention: Mentioned) => void): LiveStatus {
  const cache = useQueryClient()
  const [status, setStatus] = useState<LiveStatus>('live')
  const latest = useRef(onMentioned)
  latest.current = onMentioned

  useEffect(() => {
    const applier = new EventApplier(cache, (mention) => latest.current(mention))
    // Whether we may still be here: the answer leads to the door, or to the right workspace.
    const ask = () => void cache.refetchQueries({ queryKey: countsQuery.queryKey })
    const start = () =>
      new TabStream(browserEnvironment(), {
        event: (event) => applier.apply(event),
        lost: ask,
        status: (next) => {
          setStatus(next)
          if (next === 'reconnecting') ask()
          // What could not be read while the server was out of reach is read now.
          if (next === 'live') void cache.refetchQueries({ type: 'active', predicate: failed })
        },
      })
    let stream: TabStream | null = start()
    // A page kept in the back-forward cache must not hold the lead over the others.
    const sleep = () => {
      stream?.stop()
      stream = null
    }
    const wake = (event: PageTransitionEvent) => {
      if (!event.persisted) return
      stream ??= start()
      void cache.invalidateQueries()
    }
    window.addEventListener('pagehide', sleep)
    window.addEventListener('pageshow', wake)
    return () => {
      window.removeEventListener('pagehide', sleep)
      window.removeEventListener('pageshow', wake)
      sleep()
    }
  }, [cache])

  return status
}

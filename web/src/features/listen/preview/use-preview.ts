import { useCallback, useEffect, useState } from 'react'
import { previewPart } from '@/api/listening/query-language'
import type { Id } from '@/api/types'
import { addPart, emptySum, type PreviewSum } from './add-up'

// A moment after the last letter, so that not every one of them reads a month.
const pause = 500

export interface PreviewState {
  // Of the query as it stood when the first part came.
  sum: PreviewSum
  status: 'idle' | 'running' | 'done' | 'stopped' | 'failed'
  // The first part is still to come: what is shown is of an earlier query.
  isOld: boolean
  error: unknown
  stop: () => void
  again: () => void
}

// What a query would have found, newest first: part after part is asked for, each shown as it comes.
export function usePreview(
  query: string | null,
  days: number,
  rejected: readonly Id[],
): PreviewState {
  const [state, setState] = useState<Pick<PreviewState, 'sum' | 'status' | 'isOld' | 'error'>>({
    sum: emptySum,
    status: 'idle',
    isOld: false,
    error: null,
  })
  const [round, setRound] = useState(0)
  const [stopped, setStopped] = useState<AbortController | null>(null)
  const asked = JSON.stringify([query, days, rejected])

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what all of it comes to; a round asks once more
  useEffect(() => {
    if (query === null) {
      setState((before) => ({ ...before, status: 'idle', isOld: before.sum !== emptySum }))
      return
    }
    const abort = new AbortController()
    setStopped(abort)
    setState((before) => ({ ...before, status: 'running', isOld: true, error: null }))
    const run = async () => {
      let sum = emptySum
      let cursor: string | undefined
      do {
        const part = await previewPart({ query, days, cursor, rejected }, abort.signal)
        if (abort.signal.aborted) return
        sum = addPart(sum, part)
        cursor = part.next_cursor ?? undefined
        setState({ sum, status: cursor ? 'running' : 'done', isOld: false, error: null })
      } while (cursor)
    }
    const timer = setTimeout(
      () =>
        void run().catch((error: unknown) => {
          if (!abort.signal.aborted) setState((before) => ({ ...before, status: 'failed', error }))
        }),
      pause,
    )
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [asked, round])

  const stop = useCallback(() => {
    stopped?.abort()
    setState((before) => ({ ...before, status: 'stopped', isOld: false }))
  }, [stopped])
  return { ...state, stop, again: () => setRound((before) => before + 1) }
}

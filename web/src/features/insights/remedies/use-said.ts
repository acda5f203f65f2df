import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { countsQuery } from '@/api/counts'
import { remediesKey } from '@/api/remedies'

const gatherFor = 800

// Whether somebody was told follows from what is said. Whatever changes a conversation makes the
// counts be read again, and then so is what stands here.
export function useSaid(): void {
  const cache = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null
    const [counts] = countsQuery.queryKey
    const stop = cache.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated' || event.action.type !== 'invalidate') return
      if (event.query.queryKey[0] !== counts) return
      timer ??= setTimeout(() => {
        timer = null
        void cache.invalidateQueries({ queryKey: remediesKey })
      }, gatherFor)
    })
    return () => {
      stop()
      if (timer) clearTimeout(timer)
    }
  }, [cache])
}

// How far a member got, kept by the server: whoever sits down at another browser goes on there, and is
// not asked again.

import { useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { setPreferences } from '@/api/preferences'
import { sessionQuery } from '@/api/session'
import { type Progress, readProgress, writeProgress } from './steps'

export function useKept() {
  const cache = useQueryClient()
  return useMemo(
    () => ({
      read(): Progress {
        const session = cache.getQueryData(sessionQuery.queryKey)
        return readProgress(session?.preferences?.first_look ?? undefined)
      },
      keep(progress: Exclude<Progress, { state: 'new' }>): void {
        const first_look = writeProgress(progress)
        cache.setQueryData(
          sessionQuery.queryKey,
          (session) => session && { ...session, preferences: { first_look } },
        )
        void setPreferences({ first_look })
      },
    }),
    [cache],
  )
}

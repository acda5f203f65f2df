import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { sessionQuery } from '@/api/session'
import type { Session } from '@/api/types'

// Goes through the door: remembers who is in and opens the Inbox.
export function useEnter<T>(open: (input: T) => Promise<Session>) {
  const cache = useQueryClient()
  const router = useRouter()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: open,
    onSuccess: async (session) => {
      cache.clear()
      cache.setQueryData(sessionQuery.queryKey, session)
      await router.invalidate()
      await navigate({ to: '/inbox' })
    },
  })
}

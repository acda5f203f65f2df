import { useMutation, useQueryClient } from '@tanstack/react-query'
import { retryAct } from '@/api/acts'
import { conversationQuery } from '@/api/conversations/queries'
import type { Id } from '@/api/types'
import { sayFailure } from '@/ui/toast'

// Sends a refused answer again, word for word.
export function useRetry(conversation: Id) {
  const cache = useQueryClient()
  return useMutation({
    mutationFn: (act: Id) => retryAct(act),
    onError: sayFailure,
    onSettled: () =>
      cache.invalidateQueries({ queryKey: conversationQuery(conversation).queryKey }),
  })
}

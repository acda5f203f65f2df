import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { patchConversation } from '@/api/conversations/cache'
import { markSeen } from '@/api/conversations/verbs'
import { countsQuery } from '@/api/counts'
import type { Conversation } from '@/api/types'
import { rememberOpened } from '@/ui/recent'

// Whoever opens a conversation has seen where they are mentioned in it.
export function useSeen({ id, mentioned, lead }: Conversation): void {
  const cache = useQueryClient()
  const name = lead.name || lead.handle

  useEffect(() => rememberOpened({ id, name }), [id, name])

  useEffect(() => {
    if (!mentioned || document.visibilityState !== 'visible') return
    patchConversation(cache, id, { mentioned: false })
    markSeen(id).then(
      () => cache.invalidateQueries({ queryKey: countsQuery.queryKey }),
      // It stays marked, and is tried again when it is opened next.
      () => patchConversation(cache, id, { mentioned: true }),
    )
  }, [cache, id, mentioned])
}

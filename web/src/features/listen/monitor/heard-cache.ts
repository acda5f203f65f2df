import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { heardKey } from '@/api/listening/keys'
import type { HeardPage, HeardPost } from '@/api/listening/types'
import type { Id } from '@/api/types'

export type Standing = Pick<HeardPost, 'state' | 'skip_reason'>

// How a conversation stands now, wherever one of its posts is shown.
export function patchHeard(cache: QueryClient, id: Id, patch: Partial<Standing>): void {
  cache.setQueriesData<InfiniteData<HeardPage>>({ queryKey: heardKey }, (data) => {
    if (!data) return data
    return {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        items: page.items.map((one) => (one.conversation_id === id ? { ...one, ...patch } : one)),
      })),
    }
  })
}

import type { InfiniteData, QueryClient } from '@tanstack/react-query'
import { heardKey } from '@/api/listening/keys'
import type { HeardPage, HeardPost } from '@/api/listening/types'
import type { Id } from '@/api/types'

type Standing = NonNullable<HeardPost['conversation']>

// How a conversation stands now, wherever one of its posts is shown.
export function patchHeard(cache: QueryClient, id: Id, patch: Partial<Standing>): void {
  cache.setQueriesData<InfiniteData<HeardPage>>({ queryKey: heardKey }, (data) => {
    if (!data) return data
    return {
      ...data,
      pages: data.pages.map((page) => ({
        ...page,
        posts: page.posts.map((one) =>
          one.conversation?.id === id
            ? { ...one, conversation: { ...one.conversation, ...patch } }
            : one,
        ),
      })),
    }
  })
}

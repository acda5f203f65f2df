import type { HeardPost } from '@/api/listening/types'
import type { Id } from '@/api/types'

// How many stand above those that are shown; all of the newest page, where none of it is: then there may
// be more.
export function countNew(newest: readonly HeardPost[], shown: ReadonlySet<Id>): number {
  const at = newest.findIndex(({ post }) => shown.has(post.id))
  return at === -1 ? newest.length : at
}

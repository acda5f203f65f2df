import { repostPost, unrepostPost } from '@/api/acts'
import type { Id } from '@/api/types'
import { useToggle } from './use-toggle'

// Reposts a post of the open thread, or takes that back; it shows at once.
export const useRepost = (conversation: Id) =>
  useToggle(conversation, {
    state: 'reposted',
    count: 'reposts',
    on: repostPost,
    off: unrepostPost,
  })

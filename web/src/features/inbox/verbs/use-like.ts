import { likePost, unlikePost } from '@/api/acts'
import type { Id } from '@/api/types'
import { useToggle } from './use-toggle'

// Likes or unlikes a post of the open thread; the heart fills at once.
export const useLike = (conversation: Id) =>
  useToggle(conversation, { state: 'liked', count: 'likes', on: likePost, off: unlikePost })

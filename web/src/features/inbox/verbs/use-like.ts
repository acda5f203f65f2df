import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { likePost, unlikePost } from '@/api/acts'
import { threadQuery } from '@/api/conversations/queries'
import type { Id, Page, Post } from '@/api/types'
import { sayFailure } from '@/ui/toast'

type Thread = InfiniteData<Page<Post>>

// Likes or unlikes a post of the open thread; the heart fills at once.
export function useLike(conversation: Id) {
  const cache = useQueryClient()
  const { queryKey } = threadQuery(conversation)
  return useMutation({
    mutationKey: ['like', conversation],
    mutationFn: (post: Post) => (post.liked === 'no' ? likePost(post.id) : unlikePost(post.id)),
    onMutate: async (post) => {
      await cache.cancelQueries({ queryKey })
      const on = post.liked === 'no'
      setPost(post.id, {
        liked: on ? 'pending' : 'no',
        likes: Math.max(0, post.likes + (on ? 1 : -1)),
      })
    },
    onError: (error, post) => {
      setPost(post.id, { liked: post.liked, likes: post.likes })
      sayFailure(error)
    },
  })

  function setPost(id: Id, patch: Partial<Post>) {
    cache.setQueryData(queryKey, (thread) => thread && patchPost(thread, id, patch))
  }
}

export function patchPost(thread: Thread, id: Id, patch: Partial<Post>): Thread {
  return {
    ...thread,
    pages: thread.pages.map((page) => ({
      ...page,
      items: page.items.map((post) => (post.id === id ? { ...post, ...patch } : post)),
    })),
  }
}

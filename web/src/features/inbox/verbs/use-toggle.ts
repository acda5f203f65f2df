import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { threadQuery } from '@/api/conversations/queries'
import type { Act, Id, Page, Post } from '@/api/types'
import { sayFailure } from '@/ui/toast'

type Thread = InfiniteData<Page<Post>>

interface Toggle {
  state: 'liked' | 'reposted'
  count: 'likes' | 'reposts'
  on: (post: Id, as?: Id) => Promise<Act>
  off: (post: Id) => Promise<Act>
}

interface Wish {
  post: Post
  // The channel of ours that does it; none: the one spoken to.
  as?: Id
}

// What is done to a post with one click and taken back with another.
export function useToggle(conversation: Id, { state, count, on, off }: Toggle) {
  const cache = useQueryClient()
  const { queryKey } = threadQuery(conversation)
  return useMutation({
    mutationKey: [state, conversation],
    mutationFn: ({ post, as }: Wish) => (post[state] === 'no' ? on(post.id, as) : off(post.id)),
    onMutate: async ({ post }) => {
      await cache.cancelQueries({ queryKey })
      const turnsOn = post[state] === 'no'
      setPost(post.id, {
        [state]: turnsOn ? 'pending' : 'no',
        [count]: Math.max(0, post[count] + (turnsOn ? 1 : -1)),
      })
    },
    onError: (error, { post }) => {
      setPost(post.id, { [state]: post[state], [count]: post[count] })
      sayFailure(error)
    },
  })

  function setPost(id: Id, patch: Partial<Post>) {
    cache.setQueryData(queryKey, (thread) => thread && patchPost(thread, id, patch))
  }
}

function patchPost(thread: Thread, id: Id, patch: Partial<Post>): Thread {
  return {
    ...thread,
    pages: thread.pages.map((page) => ({
      ...page,
      items: page.items.map((post) => (post.id === id ? { ...post, ...patch } : post)),
    })),
  }
}

import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo } from 'react'
import { conversationQuery, threadQuery } from '@/api/conversations/queries'
import type { Id } from '@/api/types'

// A conversation and all its posts. Long threads come in pages, one after the other, by themselves:
// whoever answers should not have to ask for the context.
export function useThread(id: Id) {
  const conversation = useQuery(conversationQuery(id))
  const thread = useInfiniteQuery(threadQuery(id))
  const { hasNextPage, isFetchingNextPage, isError, fetchNextPage } = thread
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError) void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage])

  const posts = useMemo(() => thread.data?.pages.flatMap((page) => page.items) ?? [], [thread.data])
  return {
    conversation: conversation.data,
    posts,
    isPending: conversation.isPending || thread.isPending,
    isWhole: thread.isSuccess && !hasNextPage,
    error: conversation.data && posts.length > 0 ? null : (conversation.error ?? thread.error),
    retry: () => {
      void conversation.refetch()
      void thread.refetch()
    },
  }
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { deletePost } from '@/api/acts'
import { threadQuery } from '@/api/conversations/queries'
import type { Id } from '@/api/types'
import { say, sayFailure } from '@/ui/toast'

// Takes one of our own posts off the network. Nothing brings it back, so this one is asked for first.
export function useDeletePost(conversation: Id) {
  const cache = useQueryClient()
  const { t } = useTranslation('inbox')
  return useMutation({
    mutationFn: ({ post, reason }: { post: Id; reason: string }) => deletePost(post, reason),
    onSuccess: () => {
      say(t('delete.done'))
      void cache.invalidateQueries({ queryKey: threadQuery(conversation).queryKey })
    },
    onError: sayFailure,
  })
}

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import '@/i18n/post'
import { hidePost, unhidePost } from '@/api/acts'
import { threadQuery } from '@/api/conversations/queries'
import type { Id } from '@/api/types'
import { offerUndo, say, sayFailure } from '@/ui/toast'

interface Hidden {
  post: Id
  // Why nobody should see it; none: it is shown again.
  reason?: string
}

// Hides what somebody said below a post of ours, or shows it again. Both can be taken back.
export function useHide(conversation: Id) {
  const cache = useQueryClient()
  const { t } = useTranslation('post')
  const hide = useMutation({
    mutationFn: ({ post, reason }: Hidden) =>
      reason === undefined ? unhidePost(post) : hidePost(post, reason),
    onSuccess: (_act, { post, reason }) => {
      if (reason === undefined) say(t('hide.undone'))
      else offerUndo(t('hide.done'), () => hide.mutate({ post }))
    },
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: threadQuery(conversation).queryKey }),
  })
  return hide
}

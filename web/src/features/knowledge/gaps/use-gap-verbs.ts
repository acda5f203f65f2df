import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { articleListKey, articleQuery } from '@/api/knowledge/articles'
import { dismissGap, draftFrom, gapsQuery, reopenGap } from '@/api/knowledge/gaps'
import { gapsKey } from '@/api/knowledge/keys'
import type { Gap, GapList } from '@/api/knowledge/types'
import { closeToast, offerUndo, sayFailure } from '@/ui/toast'

export interface GapVerbs {
  write: (gap: Gap) => void
  // Whose draft is being made.
  writing: string | undefined
  dismiss: (gap: Gap) => void
  reopen: (gap: Gap) => void
}

// What can be done with a gap. `onUndo` hears which one is about to come back.
export function useGapVerbs(onUndo: (gap: Gap) => void): GapVerbs {
  const { t } = useTranslation('knowledge')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const { queryKey } = gapsQuery
  const writing = useMutation({
    mutationFn: ({ id }: Gap) => draftFrom(id),
    onSuccess: (article) => {
      cache.setQueryData(articleQuery(article.id).queryKey, article)
      void cache.invalidateQueries({ queryKey: articleListKey })
      void cache.invalidateQueries({ queryKey: gapsKey })
      void navigate({ to: '/knowledge/$articleId', params: { articleId: article.id } })
    },
    onError: sayFailure,
  })
  const put = (id: string, state: Gap['state']) =>
    cache.setQueryData(
      queryKey,
      (data: GapList | undefined) =>
        data && {
          ...data,
          items: data.items.map((gap) => (gap.id === id ? { ...gap, state } : gap)),
        },
    )
  // Shown at once, and taken back if the server refuses it. What is said of one gap goes out one after the
  // other; what takes `first` back goes out only if that was done. Resolves to whether it was done.
  const settle = async (
    { id }: Gap,
    state: 'open' | 'dismissed',
    first?: Promise<boolean>,
  ): Promise<boolean> => {
    put(id, state)
    const mutation = cache.getMutationCache().build(cache, {
      mutationKey: ['gap', id],
      scope: { id: `gap-${id}` },
      networkMode: 'always',
      // A list already on its way would put the old state back.
      onMutate: () => cache.cancelQueries({ queryKey }),
      mutationFn: async () => {
        if (first && !(await first)) return
        await (state === 'open' ? reopenGap(id) : dismissGap(id))
      },
    })
    const isDone = await mutation.execute(undefined).then(
      () => true,
      (error) => {
        // Of several on their way only the last knows how it ends.
        if (cache.isMutating({ mutationKey: ['gap', id] }) === 0) {
          put(id, state === 'open' ? 'dismissed' : 'open')
        }
        sayFailure(error)
        return false
      },
    )
    if (cache.isMutating({ mutationKey: ['gap'] }) === 0) {
      void cache.invalidateQueries({ queryKey })
    }
    return isDone
  }
  return {
    write: (gap) => writing.mutate(gap),
    writing: writing.isPending ? writing.variables.id : undefined,
    dismiss: (gap) => {
      const done = settle(gap, 'dismissed')
      const undo = offerUndo(t('gaps.dismissed', { name: gap.name }), () => {
        onUndo(gap)
        void settle(gap, 'open', done)
      })
      void done.then((isDone) => isDone || closeToast(undo))
    },
    reopen: (gap) => void settle(gap, 'open'),
  }
}

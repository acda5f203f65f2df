// What somebody typed into a form and did not save yet. Kept in memory beside what the server says, so that a
// look at another screen loses nothing, and neither does a save that is under way.

import { useQuery, useQueryClient } from '@tanstack/react-query'

// `form` names what is edited; `kept` is what the server has of it.
export function useEdits<T extends object>(form: string, kept: T) {
  const cache = useQueryClient()
  // By itself: when what the server has is read again, this is not.
  const queryKey = ['edits', form]
  const { data: edits } = useQuery<Partial<T>>({
    queryKey,
    queryFn: () => cache.getQueryData<Partial<T>>(queryKey) ?? {},
    initialData: {},
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  })
  const now: T = { ...kept, ...edits }
  return {
    now,
    changed: JSON.stringify(now) !== JSON.stringify(kept),
    edit: (part: Partial<T>) =>
      cache.setQueryData<Partial<T>>(queryKey, (before) => ({ ...before, ...part })),
    discard: () => cache.setQueryData<Partial<T>>(queryKey, {}),
    // What was sent is saved; what was typed since then is not.
    saved: (sent: T) =>
      cache.setQueryData<Partial<T>>(queryKey, (edits) => {
        const left = Object.entries(edits ?? {}).filter(
          ([key, value]) => JSON.stringify(value) !== JSON.stringify(sent[key as keyof T]),
        )
        return Object.fromEntries(left) as Partial<T>
      }),
  }
}

export type Edits<T extends object> = ReturnType<typeof useEdits<T>>

// What somebody typed and did not save yet. Kept in memory beside what the server says, so that a look at
// another screen loses nothing.

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Voice, VoiceBody } from '@/api/types'

// By itself: when the voice is read again, this is not.
const editsKey = ['voice-edits']

export function bodyOf({ changed_by: _by, changed_at: _at, ...body }: Voice): VoiceBody {
  return body
}

export function useVoiceEdits(voice: Voice) {
  const cache = useQueryClient()
  const { data: edits } = useQuery<Partial<VoiceBody>>({
    queryKey: editsKey,
    queryFn: () => cache.getQueryData<Partial<VoiceBody>>(editsKey) ?? {},
    initialData: {},
    staleTime: 'static',
    gcTime: Number.POSITIVE_INFINITY,
  })
  const kept = bodyOf(voice)
  const now: VoiceBody = { ...kept, ...edits }
  return {
    now,
    changed: JSON.stringify(now) !== JSON.stringify(kept),
    edit: (part: Partial<VoiceBody>) =>
      cache.setQueryData<Partial<VoiceBody>>(editsKey, (before) => ({ ...before, ...part })),
    discard: () => cache.setQueryData(editsKey, {}),
    // What was sent is saved; what was typed since then is not.
    saved: (sent: VoiceBody) =>
      cache.setQueryData<Partial<VoiceBody>>(editsKey, (edits = {}) =>
        Object.fromEntries(
          Object.entries(edits).filter(
            ([key, value]) =>
              JSON.stringify(value) !== JSON.stringify(sent[key as keyof VoiceBody]),
          ),
        ),
      ),
  }
}

import { useEffect } from 'react'
import type { Post } from '@/api/types'
import { guessLanguage } from './languages'
import type { Reply } from './use-reply'

// An answer begins in the language of what it answers; what somebody chose stays.
export function useGuessedLanguage(reply: Reply, to: Post | undefined): void {
  const { draft, change } = reply
  const begun = draft.text !== '' || (draft.media?.length ?? 0) > 0
  const open = begun && draft.langs === undefined
  useEffect(() => {
    if (open) change(() => ({ langs: [guessLanguage(to?.langs, navigator.language)] }))
  }, [open, to, change])
}

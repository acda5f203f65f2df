import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { t } from 'i18next'
import { reopen, skip, undoDecisions } from '@/api/conversations/verbs'
import { monitorsKey } from '@/api/listening/keys'
import type { HeardPost, HeardState } from '@/api/listening/types'
import type { Conversation, SkipReason } from '@/api/types'
import { safeUrl } from '@/ui/networks'
import { offerUndo, say, sayFailure } from '@/ui/toast'
import { patchHeard } from './heard-cache'

type Standing = NonNullable<HeardPost['conversation']>

// What can be done with what was heard. It shows at once, and is taken back if the server refuses it.
export function useHeardVerbs() {
  const cache = useQueryClient()
  const navigate = useNavigate()

  const settle = () => {
    void cache.invalidateQueries({ queryKey: monitorsKey })
    void cache.invalidateQueries({ queryKey: ['conversations'] })
  }
  const decide = async (
    of: Standing,
    now: { state: HeardState; skip_reason: SkipReason | null },
    call: () => Promise<Conversation>,
    words: string,
  ) => {
    patchHeard(cache, of.id, now)
    try {
      const answer = await call()
      patchHeard(cache, of.id, { state: answer.state, skip_reason: answer.skip_reason })
      settle()
      const [last] = answer.history
      if (last && last.kind !== 'undo') offerUndo(words, () => void takeBack(of, last.id))
      else say(words)
    } catch (error) {
      patchHeard(cache, of.id, of)
      sayFailure(error)
    }
  }
  const takeBack = async (of: Standing, decision: string) => {
    try {
      await undoDecisions([{ conversation_id: of.id, decision_id: decision }])
      patchHeard(cache, of.id, of)
      settle()
    } catch (error) {
      sayFailure(error)
    }
  }

  return {
    answer: ({ conversation }: HeardPost) => {
      if (!conversation) return
      void navigate({
        to: '/inbox/$conversationId',
        params: { conversationId: conversation.id },
        search: { view: 'all' },
      })
    },
    take: ({ conversation }: HeardPost) => {
      if (!conversation) return
      void decide(
        conversation,
        { state: 'open', skip_reason: null },
        () => reopen(conversation.id, {}),
        t('listen:heard.taken'),
      )
    },
    skip: ({ conversation }: HeardPost, reason: SkipReason, detail: string) => {
      if (!conversation) return
      void decide(
        conversation,
        { state: 'skipped', skip_reason: reason },
        () => skip(conversation.id, { reason, detail }),
        t('listen:heard.skipped', { reason: t(`inbox:skip.${reason}`) }),
      )
    },
    openOn: ({ post }: HeardPost) => {
      const url = safeUrl(post.url)
      if (url) window.open(url, '_blank', 'noopener,noreferrer')
    },
  }
}

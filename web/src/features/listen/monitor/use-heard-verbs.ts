import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { t } from 'i18next'
import { reopen, skip, undoDecisions } from '@/api/conversations/verbs'
import { monitorsKey } from '@/api/listening/keys'
import type { HeardPost } from '@/api/listening/types'
import type { Conversation, SkipReason } from '@/api/types'
import { safeUrl } from '@/ui/networks'
import { offerUndo, say, sayFailure } from '@/ui/toast'
import { patchHeard, type Standing } from './heard-cache'

// What can be done with what was heard. It shows at once, and is taken back if the server refuses it.
export function useHeardVerbs() {
  const cache = useQueryClient()
  const navigate = useNavigate()

  const settle = () => {
    void cache.invalidateQueries({ queryKey: monitorsKey })
    void cache.invalidateQueries({ queryKey: ['conversations'] })
  }
  const decide = async (
    of: HeardPost,
    now: Standing,
    call: () => Promise<Conversation>,
    words: string,
  ) => {
    const id = of.conversation_id
    patchHeard(cache, id, now)
    try {
      const answer = await call()
      patchHeard(cache, id, { state: answer.state, skip_reason: answer.skip_reason })
      settle()
      const [last] = answer.history
      if (last && last.kind !== 'undo') offerUndo(words, () => void takeBack(of, last.id))
      else say(words)
    } catch (error) {
      patchHeard(cache, id, standing(of))
      sayFailure(error)
    }
  }
  const takeBack = async (of: HeardPost, decision: string) => {
    try {
      await undoDecisions([{ conversation_id: of.conversation_id, decision_id: decision }])
      patchHeard(cache, of.conversation_id, standing(of))
      settle()
    } catch (error) {
      sayFailure(error)
    }
  }

  return {
    answer: ({ conversation_id }: HeardPost) =>
      void navigate({
        to: '/inbox/$conversationId',
        params: { conversationId: conversation_id },
        search: { view: 'all' },
      }),
    take: (one: HeardPost) =>
      void decide(
        one,
        { state: 'open', skip_reason: null },
        () => reopen(one.conversation_id, {}),
        t('listen:heard.taken'),
      ),
    skip: (one: HeardPost, reason: SkipReason, detail: string) =>
      void decide(
        one,
        { state: 'skipped', skip_reason: reason },
        () => skip(one.conversation_id, { reason, detail }),
        t('listen:heard.skipped', { reason: t(`inbox:skip.${reason}`) }),
      ),
    openOn: ({ post }: HeardPost) => {
      const url = safeUrl(post.url)
      if (url) window.open(url, '_blank', 'noopener,noreferrer')
    },
  }
}

const standing = ({ state, skip_reason }: HeardPost): Standing => ({ state, skip_reason })

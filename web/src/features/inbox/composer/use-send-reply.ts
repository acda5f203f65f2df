// Sends the answer. The server holds it for a few seconds, in which it can be taken back; closing the
// tab changes nothing. A repeat after a lost answer is harmless: both carry one key.

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { undoAct } from '@/api/acts'
import { cardSaying } from '@/api/cards'
import { patchConversation } from '@/api/conversations/cache'
import { conversationQuery } from '@/api/conversations/queries'
import { sendReply } from '@/api/conversations/verbs'
import { ApiError, sayError } from '@/api/http'
import type { Act, Conversation, Id, Post } from '@/api/types'
import { offerUndo, sayFailure } from '@/ui/toast'
import { type DraftText, isEmpty } from './draft-keeper'
import { sayingOf } from './saying'
import type { Reply } from './use-reply'

// `card` is the link that is shown as a card, if any, as this channel of ours shows it.
export function useSendReply(
  conversation: Conversation,
  posts: readonly Post[],
  reply: Reply,
  card: string | null = null,
  channel: Id = conversation.channel.id,
) {
  const cache = useQueryClient()
  const { t } = useTranslation('inbox')
  const { id } = conversation
  const seen = useSeen(posts, reply.text)
  const [meanwhile, setMeanwhile] = useState<{ detail: string; answers: readonly Id[] } | null>(
    null,
  )

  const [askAlt, setAskAlt] = useState(false)
  const asked = useRef<string | null>(null)

  const send = useMutation({
    mutationKey: ['conversation', id],
    mutationFn: async ({ draft, confirm }: { draft: DraftText; confirm: boolean }) => {
      const client_key = await reply.settle(draft)
      const saying = { ...sayingOf(draft), ...cardSaying(cache, channel, card) }
      const body = { ...saying, seen_post_id: seen.post(), confirm }
      const act = await sendReply(id, { ...body, client_key })
      // A repeat finds the first act, and that one came back: these words are still to go out.
      const cameBack = act.state === 'undone' || act.state === 'rejected'
      return cameBack ? sendReply(id, { ...body, client_key: reply.renewKey() }) : act
    },
    onSuccess: async (act, { draft }) => {
      // An answer under way may still carry the draft.
      await cache.cancelQueries({ queryKey: conversationQuery(id).queryKey })
      setMeanwhile(null)
      seen.renew()
      reply.sent(draft.text, draft.media ?? [])
      if (act.state === 'queued') showSending(act)
      else void cache.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
    },
    onError: (error) => {
      reply.failed(error instanceof ApiError && error.status >= 400 && error.status < 500)
      if (!(error instanceof ApiError) || error.kind !== 'answered_meanwhile') return
      setMeanwhile({ detail: error.detail, answers: error.answers })
      void cache.invalidateQueries({ queryKey: ['conversations', 'thread', id] })
    },
  })

  function showSending(act: Act) {
    const { queryKey } = conversationQuery(id)
    const open = cache.getQueryData(queryKey)
    patchConversation(cache, id, {
      acts: [...(open?.acts ?? []).filter((known) => known.id !== act.id), act],
      sending: (open?.sending ?? 0) + 1,
      my_draft: null,
      draft: false,
    })
    // The server's clock may differ from ours; the span between its two times does not.
    const hold = Math.max(0, Date.parse(act.not_before) - Date.parse(act.created_at))
    const to = posts.find((post) => post.id === act.post_id)?.author
    offerUndo(t('send.goesOut', { name: to?.name || to?.handle || '' }), () => void takeBack(act), {
      until: Date.now() + hold,
      testId: 'undo',
    })
  }

  async function takeBack(act: Act) {
    try {
      await undoAct(act.id)
    } catch (error) {
      return sayFailure(error)
    }
    const open = cache.getQueryData(conversationQuery(id).queryKey)
    patchConversation(cache, id, {
      acts: (open?.acts ?? []).filter((known) => known.id !== act.id),
      sending: Math.max(0, (open?.sending ?? 1) - 1),
      my_draft: {
        post_id: act.post_id ?? '',
        text: act.text,
        media: act.media,
        channel_id: act.channel_id,
        langs: act.langs,
        updated_at: new Date().toISOString(),
      },
      draft: true,
    })
    reply.putBack(act)
  }

  const go = (confirm: boolean) => {
    if (!reply.target || isEmpty(reply.draft) || send.isPending) return
    // Once for these very pictures: who cannot see them should get them, too.
    const silent = reply.media.filter((one) => one.alt.trim() === '')
    const pictures = silent.map((one) => one.attachment_id).join()
    if (silent.length > 0 && asked.current !== pictures) {
      asked.current = pictures
      setAskAlt(true)
      return
    }
    setAskAlt(false)
    send.mutate({ draft: { ...reply.draft, post_id: reply.target }, confirm })
  }
  // Whoever begins to describe them has answered.
  const described = reply.media.every((one) => one.alt.trim() !== '')
  const failed = send.error && !meanwhile ? sayError(send.error) : null
  return {
    send: () => go(false),
    sendAnyway: () => go(true),
    isPending: send.isPending,
    meanwhile,
    readFirst: () => {
      setMeanwhile(null)
      seen.renew()
      send.reset()
    },
    askAlt: askAlt && !described,
    describe: () => setAskAlt(false),
    failed: send.variables?.draft.text === reply.text ? failed : null,
  }
}

// The newest post that stood there when the writing began: what came later, the writer may not know.
function useSeen(posts: readonly Post[], text: string) {
  const newest = posts.reduce<Id | null>(
    (best, post) => (best === null || BigInt(post.id) > BigInt(best) ? post.id : best),
    null,
  )
  const seen = useRef<Id | null>(newest)
  if (seen.current === null || text === '') seen.current = newest
  return {
    post: () => seen.current,
    renew: () => {
      seen.current = newest
    },
  }
}

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { patchConversation } from '@/api/conversations/cache'
import { dropDraft, saveDraft } from '@/api/conversations/verbs'
import { useMe } from '@/api/session'
import type { ActMedia, Conversation } from '@/api/types'
import {
  DraftKeeper,
  type DraftStatus,
  type DraftText,
  isEmpty,
  picturesLeft,
} from './draft-keeper'
import { takeEarly } from './early'
import { sayingOf } from './saying'

// My draft of an answer in this conversation, kept while I type.
export function useDraft(conversation: Conversation) {
  const cache = useQueryClient()
  const me = useMe()
  const { id, answer_to, my_draft, acts } = conversation
  const [status, setStatus] = useState<DraftStatus>('idle')
  const [keeper] = useState(
    () =>
      new DraftKeeper({
        key: draftKey(me.id, id),
        storage: localStorage,
        server: {
          save: (draft, last) => saveDraft(id, sayingOf(draft), last),
          drop: (last) => dropDraft(id, last),
        },
        onStatus: setStatus,
        onSaved: (draft) =>
          patchConversation(cache, id, { my_draft: draft, draft: draft !== null }),
      }),
  )
  const [draft, setDraft] = useState<DraftText>(() => ({ post_id: answer_to ?? '', text: '' }))
  const loaded = useRef(false)

  useEffect(() => {
    const flush = () => document.visibilityState === 'hidden' && keeper.flush()
    document.addEventListener('visibilitychange', flush)
    return () => {
      document.removeEventListener('visibilitychange', flush)
      keeper.flush()
    }
  }, [keeper])

  // An undone reply comes back as a draft; so does what was typed on another device. It stands there
  // before the field can be typed in: a letter that came first would be overwritten.
  useLayoutEffect(() => {
    if (!loaded.current) {
      loaded.current = true
      const start = keeper.load(my_draft)
      const early = takeEarly(id)
      if (early) {
        const begun = start ?? { post_id: answer_to ?? '', text: '' }
        const next = { ...begun, text: begun.text + early }
        setDraft(next)
        keeper.write(next)
      } else if (start) setDraft(start)
      return
    }
    if (!my_draft) return
    setDraft((here) => (isEmpty(here) ? my_draft : here))
  }, [keeper, my_draft, id, answer_to])

  const sent = useCallback(
    (taken: string, pictures: readonly ActMedia[]) => {
      const text = keeper.sent(taken)
      setDraft((before) => ({ ...before, text, media: picturesLeft(before.media, pictures) }))
    },
    [keeper],
  )

  // A reply we were in doubt about stands there: it arrived.
  useEffect(() => {
    const arrived = keeper.recognize(acts, me.id)
    if (arrived) sent(arrived.text, arrived.media)
  }, [keeper, acts, me.id, sent])

  return {
    draft,
    status,
    write: (next: DraftText) => {
      setDraft(next)
      keeper.write(next)
    },
    settle: (taken: DraftText) => keeper.settle(taken),
    renewKey: () => keeper.renewKey(),
    failed: (known: boolean) => keeper.failed(known),
    sent,
  }
}

export function draftKey(member: string, conversation: string): string {
  return `rapport.draft.${member}.${conversation}`
}

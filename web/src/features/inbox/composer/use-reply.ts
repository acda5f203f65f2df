// The answer being written: to which post, with which words, and the way it goes out.

import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useLayoutEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { dismissAct } from '@/api/acts'
import { conversationQuery } from '@/api/conversations/queries'
import type { Act, ActMedia, Conversation, Id, Post } from '@/api/types'
import { sayFailure } from '@/ui/toast'
import { type DraftText, picturesLeft } from './draft-keeper'
import { earlyIn } from './early'
import type { Field } from './reply-field'
import { useDraft } from './use-draft'

const noPictures: readonly ActMedia[] = []

export type Mode = 'reply' | 'note'
export type Reply = ReturnType<typeof useReply>

export function useReply(conversation: Conversation, posts: readonly Post[]) {
  const cache = useQueryClient()
  const field = useRef<Field>(null)
  const [mode, setMode] = useState<Mode>('reply')
  // Whoever began to write before the thread was there writes on. Before the draft takes the words.
  useLayoutEffect(() => {
    if (earlyIn(conversation.id) !== null) field.current?.focus()
  }, [conversation.id])
  const { draft, status, write, settle, renewKey, failed, sent } = useDraft(conversation)
  const known = posts.some((post) => post.id === draft.post_id)
  const target = known ? draft.post_id : (conversation.answer_to ?? lastOfTheirs(posts))

  // At once, within the key press that asks for it: whoever types on loses no letter.
  const choose = useCallback((next: Mode, before?: () => void) => {
    flushSync(() => {
      before?.()
      setMode(next)
    })
    field.current?.focus()
  }, [])
  const latest = useRef({ draft, target, write })
  latest.current = { draft, target, write }

  const answer = useCallback(
    (post?: Id) => {
      const { draft, target, write } = latest.current
      choose('reply', () => {
        if (post && post !== target) write({ ...draft, post_id: post })
      })
    },
    [choose],
  )

  // An answer that did not go out comes back; words written meanwhile are kept above it.
  const putBack = useCallback(
    (act: Act) => {
      const { draft, target, write } = latest.current
      const text = draft.text.trim() ? `${draft.text}\n\n${act.text}` : act.text
      const media = [...picturesLeft(draft.media, act.media), ...act.media]
      const { channel_id, langs } = act
      choose('reply', () =>
        write({ post_id: act.post_id ?? target ?? '', text, media, channel_id, langs }),
      )
    },
    [choose],
  )

  const edit = useCallback(
    (act: Act) => {
      putBack(act)
      dismissAct(act.id)
        .catch(sayFailure)
        .finally(() =>
          cache.invalidateQueries({ queryKey: conversationQuery(conversation.id).queryKey }),
        )
    },
    [cache, conversation.id, putBack],
  )

  // Reads the latest: a picture is ready long after it was chosen.
  const change = useCallback((change: (draft: DraftText) => Partial<DraftText>) => {
    const { draft, target, write } = latest.current
    const next = { ...draft, post_id: target ?? '', ...change(draft) }
    latest.current = { ...latest.current, draft: next }
    write(next)
  }, [])

  return {
    field,
    mode,
    choose,
    target,
    draft,
    text: draft.text,
    media: draft.media ?? noPictures,
    status,
    write: (text: string) => write({ ...latest.current.draft, post_id: target ?? '', text }),
    change,
    settle,
    renewKey,
    failed,
    sent,
    answer,
    note: () => choose('note'),
    putBack,
    edit,
  }
}

function lastOfTheirs(posts: readonly Post[]): Id | null {
  return (
    (posts.findLast((post) => !post.author.ours && !post.deleted_at) ?? posts.at(-1))?.id ?? null
  )
}

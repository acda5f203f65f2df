import { type InfiniteData, useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/correction'
import { threadQuery } from '@/api/conversations/queries'
import { correctReading, type ReadingPart, uncorrectReading } from '@/api/reading'
import { reasonsQuery } from '@/api/reasons'
import type { Correction, Id, Page, Post, Reading, Reason } from '@/api/types'
import { closeToast, offerUndo, sayFailure } from '@/ui/toast'
import { corrected, saidOf } from './corrected'

type Thread = InfiniteData<Page<Post>>

// How a post was read before, and the parts of it that somebody here said otherwise since.
interface Back {
  before: Reading
  parts: readonly ReadingPart[]
}

const partsOf = (correction: Correction) => Object.keys(correction) as ReadingPart[]

// Says how a post of the open thread should have been read. It shows at once; what was said in one go
// is taken back in one go; what the server refuses is put back.
export function useCorrect(conversation: Id, post: Id) {
  const { t } = useTranslation('correction')
  const cache = useQueryClient()
  const { queryKey } = threadQuery(conversation)
  const mutationKey = ['reading', conversation, post]
  const go = useRef<{ before: Reading; parts: ReadingPart[]; toast: string } | null>(null)

  const read = () =>
    cache
      .getQueryData<Thread>(queryKey)
      ?.pages.flatMap((page) => page.items)
      .find((one) => one.id === post)?.reading ?? null
  const show = (reading: Reading | null) =>
    cache.setQueryData<Thread>(queryKey, (thread) => thread && withReading(thread, post, reading))
  // Of several on their way only the last knows how it ends.
  const settle = (reading: Reading) => {
    if (cache.isMutating({ mutationKey }) === 1) show(reading)
  }
  const nameOf = (key: string) =>
    cache
      .getQueryData<{ items: Reason[] }>(reasonsQuery.queryKey)
      ?.items.find((reason) => reason.key === key)?.name ?? key

  const options = {
    mutationKey,
    scope: { id: `reading ${post}` },
    onSuccess: settle,
    // The thread was not read while it was corrected, and a read under way was thrown away: once
    // the last word is said it is read as it now stands.
    onSettled: () => {
      const running = cache.isMutating({ mutationKey: ['reading', conversation] })
      if (running === 1) void cache.invalidateQueries({ queryKey })
    },
  }
  const fail = (error: unknown, before: Reading | null | undefined) => {
    if (go.current) closeToast(go.current.toast)
    go.current = null
    show(before ?? null)
    sayFailure(error)
  }

  const back = useMutation({
    ...options,
    // Of these parts alone: what a teammate said of another stays.
    mutationFn: async ({ before, parts }: Back) => {
      let anew = before
      for (const part of parts) {
        if (!before.corrected.includes(part)) anew = await uncorrectReading(post, part)
      }
      const said = saidOf(before, parts)
      return said ? correctReading(post, said) : anew
    },
    onMutate: async ({ before }: Back) => {
      await cache.cancelQueries({ queryKey })
      go.current = null
      const now = read()
      show(before)
      return now
    },
    onError: (error, _, now) => fail(error, now),
  })
  const correct = useMutation({
    ...options,
    mutationFn: (correction: Correction) => correctReading(post, correction),
    onMutate: async (correction: Correction) => {
      await cache.cancelQueries({ queryKey })
      const before = read()
      if (!before) return null
      const first = go.current?.before ?? before
      const parts = [...new Set([...(go.current?.parts ?? []), ...partsOf(correction)])]
      if (go.current) closeToast(go.current.toast)
      const undo = () => back.mutate({ before: first, parts })
      const toast = offerUndo(t('done'), undo, { testId: 'undo-correction' })
      go.current = { before: first, parts, toast }
      show(corrected(before, correction, nameOf))
      return before
    },
    onError: (error, _, before) => fail(error, before),
  })
  // Everything anybody said of it: the engine reads it afresh.
  const forget = useMutation({
    ...options,
    mutationFn: () => uncorrectReading(post),
    onMutate: async () => {
      await cache.cancelQueries({ queryKey })
      const before = read()
      if (before) {
        show({ ...before, corrected: [] })
        const parts = [...before.corrected]
        const toast = offerUndo(t('forgotten'), () => back.mutate({ before, parts }))
        go.current = { before, parts, toast }
      }
      return before
    },
    onError: (error, _, before) => fail(error, before),
  })
  return { correct: correct.mutate, forget: () => forget.mutate() }
}

function withReading(thread: Thread, id: Id, reading: Reading | null): Thread {
  return {
    ...thread,
    pages: thread.pages.map((page) => ({
      ...page,
      items: page.items.map((post) => (post.id === id ? { ...post, reading } : post)),
    })),
  }
}

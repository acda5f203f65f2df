import { Compartment, StateEffect } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { startTransition, useEffect, useRef, useState } from 'react'
import { reviewDraft } from '@/api/coach'
import { ApiError } from '@/api/http'
import type { ActMedia, Id, Post } from '@/api/types'
import { marks, questionBegins, showPlaces } from './marks'
import { Reviewer, type ReviewState } from './reviewer'
import { type Shown, showReview } from './shown'

export interface Reviewed {
  conversation: Id
  post: Post
  channel: Id
  media: readonly ActMedia[]
  card: string | null
}

interface Answer {
  question: number
  shown: Shown
  post: Id
}

const pause = 250

// The words are refused, or there is nobody to ask: asking again helps nobody.
const mayAskAgain = (error: unknown) => !(error instanceof ApiError) || error.status >= 500

// What the coach says of the draft in the editor, a moment after each change. Nothing here happens while a
// key is answered: a letter only starts a clock.
export function useReview(view: EditorView, about: Reviewed) {
  const { conversation, post, channel, media, card } = about
  const [shown, setShown] = useState<Shown | null>(null)
  const [state, setState] = useState<ReviewState>('well')
  const reviewer = useRef<Reviewer<Answer> | null>(null)
  const latest = useRef(about)
  latest.current = about

  useEffect(() => {
    let question = 0
    // Answers that came while a word was being composed: the last one counts.
    let waiting: Answer | null = null
    const show = () => {
      if (!waiting) return
      const { shown, question } = waiting
      waiting = null
      view.dispatch({ effects: showPlaces.of({ question, places: shown.places }) })
      startTransition(() => setShown(shown))
    }
    const mine = new Reviewer<Answer>({
      pause,
      mayAskAgain,
      onState: setState,
      ask: async (signal) => {
        const { conversation, post, channel, media, card } = latest.current
        const text = view.state.doc.toString()
        const asked = ++question
        view.dispatch({ effects: questionBegins.of(asked) })
        const review = await reviewDraft(
          conversation,
          {
            post_id: post.id,
            text,
            channel_id: channel,
            media: media.map(({ alt }) => ({ alt })),
            ...(card ? { card_url: card } : {}),
          },
          signal,
        )
        return { question: asked, shown: showReview(review, text, post.text), post: post.id }
      },
      onAnswer: (answer) => {
        if (answer.post !== latest.current.post.id) return
        waiting = answer
        whenComposed(view, show)
      },
    })
    reviewer.current = mine
    const here = new Compartment()
    const watch = EditorView.updateListener.of((update) => {
      if (update.docChanged) mine.look()
    })
    view.dispatch({ effects: StateEffect.appendConfig.of(here.of([marks, watch])) })
    const online = () => mine.look(0)
    window.addEventListener('online', online)
    return () => {
      mine.stop()
      window.removeEventListener('online', online)
      if (view.dom.isConnected) view.dispatch({ effects: here.reconfigure([]) })
    }
  }, [view])

  // biome-ignore lint/correctness/useExhaustiveDependencies: any of them makes it another draft
  useEffect(() => {
    reviewer.current?.look()
  }, [view, conversation, post.id, post.text, channel, media, card])

  return {
    shown,
    state,
    // Of the words as they stand.
    isFresh: () => state !== 'failed' && reviewer.current?.isFresh === true,
    soon: () => reviewer.current?.look(0),
  }
}

// A word that is being composed of several keys is not drawn anew.
function whenComposed(view: EditorView, then: () => void): void {
  if (!view.composing) {
    then()
    return
  }
  const again = () => setTimeout(() => view.dom.isConnected && whenComposed(view, then), 0)
  view.contentDOM.addEventListener('compositionend', again, { once: true })
}

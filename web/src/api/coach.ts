// What the coach says of a draft: their points, ticked or not, findings, and articles that answer.

import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Id, Time } from './types'

export type Severity = 'fix' | 'consider' | 'nice'

// [begin, end) in bytes of UTF-8.
export type TextSpan = readonly number[]

export interface CoachPoint {
  kind: 'question' | 'request' | 'problem'
  post_span: TextSpan
  draft_spans: readonly TextSpan[]
  answered: boolean
}

export interface CoachFinding {
  rule: string
  severity: Severity
  draft_spans: readonly TextSpan[]
  post_spans: readonly TextSpan[]
  why: string
  next: string
  // What to write in place of the first span of the draft.
  replace?: string
  // Earlier replies of ours that it is about.
  shows?: readonly { text: string; at: Time; post_id: Id; conversation_id: Id }[]
  article?: { id: Id; title: string; link: string }
}

export interface Suggestion {
  article: { id: Id; title: string; link: string; kind: string; language: string }
  passage: { text: string; spans: readonly { begin: number; end: number }[] } | null
}

export interface Review {
  points: readonly CoachPoint[]
  findings: readonly CoachFinding[]
  // What a finding may speak of.
  articles: readonly { id: Id; title: string; link: string }[]
  clean: boolean
  must_be_clean: boolean
}

export interface ReviewBody {
  post_id: Id
  text: string
  channel_id: Id
  media: readonly { alt: string }[]
  card_url?: string
}

// Articles that may answer a post, whatever is written.
export const suggestionsQuery = (conversation: Id, post: Id) =>
  queryOptions({
    queryKey: ['suggestions', conversation, post],
    queryFn: ({ signal }) =>
      request<{ items: Suggestion[] }>('GET', `/api/conversations/${conversation}/suggestions`, {
        query: { post },
        signal,
      }),
    staleTime: 60_000,
    retry: false,
  })

export const reviewDraft = (conversation: Id, body: ReviewBody, signal: AbortSignal) =>
  request<Review>('POST', `/api/conversations/${conversation}/review`, { body, signal })

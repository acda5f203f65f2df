// What the coach says of a draft: their points, ticked or not, findings, and articles that answer.

import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { components } from './schema'
import type { Id } from './types'

type Schemas = components['schemas']

export type Review = Schemas['Review']
export type CoachPoint = Schemas['CoachPoint']
export type CoachFinding = Schemas['CoachFinding']
export type Severity = CoachFinding['severity']
export type Suggestion = Schemas['ArticleSuggestion']

// [begin, end) in bytes of UTF-8.
export type TextSpan = CoachPoint['post_span']

// What the composer knows of a draft, all of it.
export type ReviewBody = Required<Omit<Schemas['ReviewBody'], 'card_url' | 'media'>> & {
  media: readonly { alt: string }[]
  card_url?: string
}

// Articles that may answer a post, whatever is written.
export const suggestionsQuery = (conversation: Id, post: Id) =>
  queryOptions({
    queryKey: ['suggestions', conversation, post],
    queryFn: ({ signal }) =>
      request<Schemas['ArticleSuggestionList']>(
        'GET',
        `/api/conversations/${conversation}/suggestions`,
        {
          query: { post },
          signal,
        },
      ),
    staleTime: 60_000,
    retry: false,
  })

export const reviewDraft = (conversation: Id, body: ReviewBody, signal: AbortSignal) =>
  request<Review>('POST', `/api/conversations/${conversation}/review`, { body, signal })

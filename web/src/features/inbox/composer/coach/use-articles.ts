import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Suggestion, suggestionsQuery } from '@/api/coach'
import type { Id } from '@/api/types'

const most = 3
const none: readonly Suggestion[] = []

// Those that the review names for this draft; while it names none, those for the post.
export function useArticles(conversation: Id, post: Id, reviewed: readonly Suggestion[] = none) {
  const { data } = useQuery(suggestionsQuery(conversation, post))
  const all = reviewed.length > 0 ? reviewed : (data?.items ?? none)
  return useMemo(() => all.filter(({ article }) => article.link !== '').slice(0, most), [all])
}

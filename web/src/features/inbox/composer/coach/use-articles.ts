import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { type Suggestion, suggestionsQuery } from '@/api/coach'
import type { Id } from '@/api/types'

const most = 3
const none: readonly Suggestion[] = []

// Those that may answer the post, with a link to give.
export function useArticles(conversation: Id, post: Id) {
  const { data } = useQuery(suggestionsQuery(conversation, post))
  const all = data?.items ?? none
  return useMemo(() => all.filter(({ article }) => article.link !== '').slice(0, most), [all])
}

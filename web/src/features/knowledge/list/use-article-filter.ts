import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { ArticleFilter } from '@/api/knowledge/articles'

// Which articles are shown, as the address says.
export function useArticleFilter() {
  const search = useSearch({ strict: false }) as ArticleFilter
  const navigate = useNavigate()
  const { q, kind, status, category, language, review } = search
  const filter = useMemo(
    () => ({ q, kind, status, category, language, review }),
    [q, kind, status, category, language, review],
  )
  const show = (more: Partial<ArticleFilter>) =>
    void navigate({
      to: '/knowledge',
      search: { ...filter, ...more },
      replace: true,
      resetScroll: false,
    })
  return { filter, show }
}

export const isNarrowed = (filter: ArticleFilter) => Object.values(filter).some(Boolean)

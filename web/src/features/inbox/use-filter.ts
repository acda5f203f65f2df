import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { filterOf, type ListFilter, toSearch } from '@/api/conversations/view'
import { viewsQuery } from '@/api/views'

const route = getRouteApi('/desk/inbox')
const open: ListFilter = { view: 'open' }

// Which list the address asks for: by itself, or through a saved view, which has to be read first.
export function useFilter() {
  const search = route.useSearch()
  const savedId = search.saved
  const navigate = useNavigate()
  const views = useQuery({ ...viewsQuery, enabled: savedId !== undefined })
  const saved = savedId ? views.data?.find((one) => one.id === savedId) : undefined

  const filter = useMemo<ListFilter>(() => {
    if (saved) return filterOf(saved)
    const { saved: _, view = 'open', ...rest } = search
    return savedId ? open : { view, ...rest }
  }, [saved, savedId, search])

  const show = useCallback(
    (next: ListFilter) => void navigate({ to: '.', search: toSearch(next), replace: true }),
    [navigate],
  )

  return {
    filter,
    show,
    saved,
    isReady: savedId === undefined || saved !== undefined,
    isGone: savedId !== undefined && views.isSuccess && !saved,
  }
}

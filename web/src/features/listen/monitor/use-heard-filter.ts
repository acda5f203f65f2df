import { useNavigate, useSearch } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { HeardFilter } from '@/api/listening/monitors'

export const usualDays = 30

// Which posts are shown, as the address says.
export function useHeardFilter() {
  const search = useSearch({ strict: false }) as HeardFilter
  const navigate = useNavigate()
  const { days = usualDays, from, to, sentiment, reason, language, author } = search
  const { network, site, link, state, skip_reason } = search
  const filter = useMemo(
    () => ({
      ...{ days, from, to, sentiment, reason, language, author },
      ...{ network, site, link, state, skip_reason },
    }),
    [days, from, to, sentiment, reason, language, author, network, site, link, state, skip_reason],
  )
  const show = (more: Partial<HeardFilter>) =>
    void navigate({
      to: '.',
      search: searchOf({ ...filter, ...more }) as never,
      replace: true,
      resetScroll: false,
    })
  return { filter, show }
}

// As it stands in the address.
export function searchOf(filter: HeardFilter): HeardFilter {
  return { ...filter, days: filter.days === usualDays ? undefined : filter.days }
}

const narrowing = [
  'from',
  'sentiment',
  'reason',
  'language',
  'author',
  'network',
  'site',
  'link',
  'state',
] as const

export const isNarrowed = (filter: HeardFilter) => narrowing.some((key) => filter[key])

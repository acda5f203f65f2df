import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { usualDays } from './insight-screen'
import type { Days } from './summary'

const route = getRouteApi('/desk/insights')

// How far back is looked, as the address says.
export function useDays(): Days {
  const { days = usualDays } = route.useSearch()
  const navigate = useNavigate()
  const look = (wanted: number) =>
    void navigate({
      to: '.',
      search: { days: wanted === usualDays ? undefined : wanted },
      replace: true,
    })
  return { days, look }
}

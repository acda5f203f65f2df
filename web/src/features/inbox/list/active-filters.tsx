import { Suspense } from 'react'
import { isByWait, isNarrowed } from '@/api/conversations/view'
import { lazily } from '@/ui/lazily'
import { useListChoice } from '../inbox-context'
import styles from './active-filters.module.css'

const chips = lazily(() => import('./filter-chips').then((module) => module.FilterChips))

// What narrows the list, where anything does. Nothing below it jumps when it has come.
export function ActiveFilters() {
  const { filter } = useListChoice()
  if (!isNarrowed(filter) && !isByWait(filter)) return null
  return (
    <Suspense fallback={<div className={styles.coming} />}>
      <chips.Shown />
    </Suspense>
  )
}

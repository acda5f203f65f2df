import { Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from '@/ui/failure'
import styles from './names.module.css'

interface Props<T> {
  query: UseQueryResult<readonly T[]>
  testId: string
  // What stands here while there is none.
  empty?: ReactNode
  // Draws a NamedRow for each.
  children: (all: readonly T[]) => ReactNode
}

// The names that a team keeps to sort by, one below the other.
export function NamedList<T>({ query, testId, empty, children }: Props<T>) {
  const { t } = useTranslation('common')
  if (query.isPending) {
    return <Skeleton height={240} radius={14} role="status" aria-label={t('loading')} />
  }
  if (!query.data) return <Failure error={query.error} retry={() => void query.refetch()} />
  if (query.data.length === 0 && empty) return empty
  return (
    <ul className={`${styles.card} ${styles.list}`} data-testid={testId}>
      {children(query.data)}
    </ul>
  )
}

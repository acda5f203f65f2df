import type { HeardFilter } from '@/api/listening/monitors'
import type { Alert } from '@/api/listening/types'

const day = 24 * 3_600_000

// The posts that an alert speaks of: those of the day before it was raised.
export function around({ at, kind }: Pick<Alert, 'at' | 'kind'>): HeardFilter {
  const to = Date.parse(at)
  return {
    from: new Date(to - day).toISOString(),
    to: new Date(to + 60_000).toISOString(),
    sentiment: kind === 'negative' ? 'negative' : undefined,
  }
}

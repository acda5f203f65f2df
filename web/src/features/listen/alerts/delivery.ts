// How an alert fared on its way to somebody.

import type { AlertDelivery } from '@/api/listening/types'

export type Fate = 'arrived' | 'way' | 'again' | 'failed' | 'unknown'

// What went wrong and was not made good by one that arrived later.
export const isTrouble = ({ error, error_at, sent_at }: AlertDelivery) =>
  error !== null && (sent_at === null || (error_at ?? '') > sent_at)

export function fateOf(delivery: AlertDelivery): Fate {
  if (!isTrouble(delivery)) return delivery.waiting > 0 && !delivery.sent_at ? 'way' : 'arrived'
  if (delivery.state === 'unknown') return 'unknown'
  // One that is given up is told before one that is tried again.
  if (delivery.state === 'failed') return 'failed'
  return delivery.waiting > 0 ? 'again' : 'failed'
}

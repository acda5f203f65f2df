import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AlertDelivery } from '@/api/listening/types'
import { sayWhen } from '@/ui/time'
import { useNow } from '@/ui/use-now'
import styles from './alerts.module.css'
import { type Fate, fateOf } from './delivery'

const icons = {
  arrived: IconCheck,
  way: IconClock,
  again: IconClock,
  failed: IconAlertTriangle,
  unknown: IconAlertTriangle,
} as const satisfies Record<Fate, unknown>

interface Props {
  carrier: AlertDelivery['carrier']
  deliveries: readonly AlertDelivery[]
}

// Whether the newest alerts reached whom they were sent to; where they did not, why, and what helps.
export function Deliveries({ carrier, deliveries }: Props) {
  const of = deliveries.filter((one) => one.carrier === carrier)
  if (of.length === 0) return null
  return (
    <ul className={styles.deliveries} data-testid="deliveries">
      {of.map((one) => (
        <One key={one.address} delivery={one} />
      ))}
    </ul>
  )
}

function One({ delivery }: { delivery: AlertDelivery }) {
  const { t } = useTranslation('listen')
  const now = useNow()
  const { carrier, address, sent_at, next_try_at, error } = delivery
  const fate = fateOf(delivery)
  const Icon = icons[fate]
  const when = (time: string | null) => (time ? sayWhen(time, now) : '')
  return (
    <li className={styles.delivery} data-fate={fate}>
      <Icon size={16} stroke={1.8} className={styles.fate} aria-hidden />
      <span>
        <bdi>{address}</bdi>: {fate === 'arrived' && t('delivery.arrived', { when: when(sent_at) })}
        {fate === 'way' && t('delivery.way')}
        {fate === 'again' &&
          t(next_try_at ? 'delivery.again' : 'delivery.soon', {
            why: error,
            when: when(next_try_at),
          })}
        {fate === 'failed' &&
          t('delivery.failed', { why: error, count: Math.max(1, delivery.failed) })}
        {fate === 'unknown' && t('delivery.unknown', { why: error })}
        {(fate === 'failed' || fate === 'unknown') && (
          <span className={styles.help}>{t(`delivery.help.${carrier}`)}</span>
        )}
      </span>
    </li>
  )
}

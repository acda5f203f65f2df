import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { reasonsQuery, standsAs } from '@/api/reasons'
import type { Reading } from '@/api/types'
import styles from './heard-card.module.css'

// What was read of a post in a few words: how it sounds, what they want, and why.
export function Gist({ reading }: { reading: Reading | null }) {
  const { t } = useTranslation('inbox')
  const { data: reasons = [] } = useQuery({
    ...reasonsQuery,
    enabled: (reading?.reasons.length ?? 0) > 0,
  })
  if (!reading) return null
  const { sentiment, intents } = reading
  const says = [
    sentiment && sentiment.label !== 'neutral' && t(`reading.sentiment.${sentiment.label}`),
    intents[0] && t(`reading.intent.${intents[0].label}`),
    ...reading.reasons.slice(0, 2).map((one) => standsAs(reasons, one.key)?.name ?? one.name),
    ...reading.topics.slice(0, 1).map(({ name }) => name),
  ].filter(Boolean)
  if (says.length === 0) return null
  return (
    <span className={styles.gist} data-tone={sentiment?.label} data-testid="gist">
      <bdi>{says.join(' · ')}</bdi>
    </span>
  )
}

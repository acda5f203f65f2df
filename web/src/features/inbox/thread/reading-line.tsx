import { IconBolt } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Reading } from '@/api/types'
import type { Mark } from '@/ui/byte-spans'
import styles from './reading-line.module.css'

// What one word of the line says, and the words of the post that it rests on.
interface Said {
  key: string
  label: string
  tone: 'good' | 'bad' | 'urgent' | 'plain'
  evidence: readonly Mark[]
}

const urgent = 0.6
const foul = 0.5
const sure = 0.5

interface Props {
  reading: Reading
  shown: string | null
  onShow: (key: string | null, evidence: readonly Mark[]) => void
}

// What the engine makes of a post, one quiet line below it. A press marks the words that say so.
export function ReadingLine({ reading, shown, onShow }: Props) {
  const { t } = useTranslation('inbox')
  const said = useSaid(reading)
  if (reading.read === 'nothing') {
    if (reading.needs_reply.why === 'empty') return null
    return <p className={styles.unread}>{t('reading.unread')}</p>
  }
  if (said.length === 0) return null
  return (
    <ul className={styles.line} aria-label={t('reading.label')} data-testid="reading">
      {said.map(({ key, label, tone, evidence }) => (
        <li key={key}>
          {evidence.length > 0 ? (
            <button
              type="button"
              className={styles.said}
              data-tone={tone}
              aria-pressed={shown === key}
              title={t('reading.why')}
              onClick={() => onShow(shown === key ? null : key, shown === key ? [] : evidence)}
            >
              {tone === 'urgent' && <IconBolt size={13} stroke={2} aria-hidden />}
              {label}
            </button>
          ) : (
            <span className={styles.said} data-tone={tone}>
              {label}
            </span>
          )}
        </li>
      ))}
    </ul>
  )
}

function useSaid(reading: Reading): Said[] {
  const { t } = useTranslation('inbox')
  const said: Said[] = []
  const { sentiment, urgency, toxicity, emotion } = reading
  if (urgency && urgency.value >= urgent) {
    said.push({
      key: 'urgent',
      label: t('reading.urgent'),
      tone: 'urgent',
      evidence: urgency.evidence,
    })
  }
  if (sentiment && sentiment.label !== 'neutral') {
    said.push({
      key: 'sentiment',
      label: t(`reading.sentiment.${sentiment.label}`),
      tone: sentiment.label === 'positive' ? 'good' : 'bad',
      evidence: sentiment.evidence,
    })
  }
  for (const { label, evidence } of reading.intents) {
    said.push({ key: label, label: t(`reading.intent.${label}`), tone: 'plain', evidence })
  }
  for (const { key, name, evidence } of reading.reasons) {
    said.push({ key: `reason ${key}`, label: name, tone: 'plain', evidence })
  }
  if (emotion && emotion.label !== 'none' && emotion.p >= sure) {
    said.push({
      key: 'emotion',
      label: t(`reading.emotion.${emotion.label}`),
      tone: 'plain',
      evidence: emotion.evidence,
    })
  }
  if (toxicity && toxicity.p >= foul) {
    said.push({
      key: 'foul',
      label: t('reading.foul'),
      tone: 'bad',
      evidence: toxicity.evidence,
    })
  }
  return said
}

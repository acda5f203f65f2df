import { IconBolt, IconHash, IconPencil } from '@tabler/icons-react'
import { Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Id, Reading } from '@/api/types'
import type { Mark } from '@/ui/byte-spans'
import { lazily } from '@/ui/lazily'
import type { Part } from '../correction/correction'
import styles from './reading-line.module.css'

const correction = lazily(() => import('../correction/correction').then((module) => module.default))

// What one word of the line says, and the words of the post that it rests on.
interface Said {
  key: string
  label: string
  tone: 'good' | 'bad' | 'urgent' | 'topic' | 'plain'
  evidence: readonly Mark[]
  // What of the reading it is, where that can be corrected.
  part?: Part
}

// What somebody pressed to correct it; null: all of it.
interface Asked {
  key: string
  part?: Part | null
  at?: { left: number; top: number; width: number; height: number }
}

const urgent = 0.6
const foul = 0.5
const sure = 0.5

interface Props {
  reading: Reading
  post: Id
  conversation: Id
  shown: string | null
  onShow: (key: string | null, evidence: readonly Mark[]) => void
}

// What the engine makes of a post, one quiet line below it. A press marks the words that say so, and
// whoever may answer can say there what is right.
export function ReadingLine({ reading, post, conversation, shown, onShow }: Props) {
  const { t } = useTranslation('inbox')
  const mayCorrect = useMayWrite()
  const [asked, setAsked] = useState<Asked | null>(null)
  const line = useRef<HTMLUListElement>(null)
  const said = useSaid(reading)
  const isUnread = reading.read === 'nothing' && reading.corrected.length === 0
  if (isUnread && reading.needs_reply.why === 'empty') return null
  if (said.length === 0 && !mayCorrect && !isUnread) return null

  const close = () => {
    setAsked(null)
    onShow(null, [])
    // What was pressed may be gone by what was said.
    const key = asked?.key
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      const places = [...(line.current?.querySelectorAll<HTMLElement>('[data-key]') ?? [])]
      const pressed = places.find((place) => place.dataset.key === key) ?? places.at(-1)
      pressed?.focus({ preventScroll: true })
    })
  }
  const press = ({ key, part, evidence }: Pick<Said, 'key' | 'evidence'> & Asked, at: Element) => {
    if (shown === key || asked?.key === key) return close()
    onShow(key, evidence)
    setAsked(mayCorrect && part !== undefined ? { key, part, at: placeOf(at) } : null)
  }

  return (
    <ul
      ref={line}
      className={styles.line}
      aria-label={t('reading.label')}
      data-testid="reading"
      data-empty={(said.length === 0 && !isUnread) || undefined}
      onPointerEnter={mayCorrect ? correction.fetch : undefined}
      onFocus={mayCorrect ? correction.fetch : undefined}
    >
      {isUnread && <li className={styles.unread}>{t('reading.unread')}</li>}
      {said.map((one) => {
        const corrects = mayCorrect && one.part !== undefined
        const words = (
          <>
            {one.tone === 'urgent' && <IconBolt size={13} stroke={2} aria-hidden />}
            {one.tone === 'topic' && <IconHash size={13} stroke={2} aria-hidden />}
            <bdi>{one.label}</bdi>
            {one.part && reading.corrected.includes(one.part) && (
              <span className={styles.you}>{t('reading.youSaid')}</span>
            )}
          </>
        )
        return (
          <li key={one.key} className={styles.place}>
            {corrects || one.evidence.length > 0 ? (
              <button
                type="button"
                className={styles.said}
                data-tone={one.tone}
                data-shown={shown === one.key || undefined}
                aria-pressed={corrects ? undefined : shown === one.key}
                aria-haspopup={corrects ? 'dialog' : undefined}
                aria-expanded={corrects ? asked?.key === one.key : undefined}
                title={t(corrects ? 'reading.correct' : 'reading.why')}
                onMouseDown={asked?.key === one.key ? keep : undefined}
                onTouchStart={asked?.key === one.key ? keep : undefined}
                data-key={one.key}
                onClick={(event) => press(one, event.currentTarget)}
              >
                {words}
              </button>
            ) : (
              <span className={styles.said} data-tone={one.tone}>
                {words}
              </span>
            )}
          </li>
        )
      })}
      {mayCorrect && (
        <li className={styles.place} data-pencil>
          <button
            type="button"
            className={styles.pencil}
            aria-label={t('reading.correct')}
            title={t('reading.correct')}
            aria-haspopup="dialog"
            aria-expanded={asked?.key === 'all'}
            onMouseDown={asked?.key === 'all' ? keep : undefined}
            onTouchStart={asked?.key === 'all' ? keep : undefined}
            data-key="all"
            onClick={(event) => press(whole, event.currentTarget)}
          >
            <IconPencil size={14} stroke={1.8} aria-hidden />
          </button>
        </li>
      )}
      {asked && (
        <li className={styles.asked} style={asked.at}>
          <Suspense>
            <correction.Shown
              reading={reading}
              post={post}
              conversation={conversation}
              part={asked.part ?? null}
              onClose={close}
            />
          </Suspense>
        </li>
      )}
    </ul>
  )
}

const whole = { key: 'all', part: null, evidence: [] }

// Where the box points to stays, although what was pressed may go.
function placeOf(pressed: Element) {
  const place = pressed.parentElement as HTMLElement
  const { offsetLeft: left, offsetTop: top, offsetWidth: width, offsetHeight: height } = place
  return { left, top, width, height }
}

// A press on what opened the box closes it: not the press outside of it, after which the click would
// open it again.
const keep = (event: { stopPropagation: () => void }) => event.stopPropagation()

const tones = { positive: 'good', negative: 'bad', neutral: 'plain' } as const

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
  // That nothing is said either way is worth a word only where somebody said so.
  if (sentiment && (sentiment.label !== 'neutral' || reading.corrected.includes('sentiment'))) {
    said.push({
      key: 'sentiment',
      label: t(`reading.sentiment.${sentiment.label}`),
      tone: tones[sentiment.label],
      part: 'sentiment',
      evidence: sentiment.evidence,
    })
  }
  for (const { label, evidence } of reading.intents) {
    said.push({
      key: label,
      label: t(`reading.intent.${label}`),
      tone: 'plain',
      part: 'intents',
      evidence,
    })
  }
  for (const { key, name, evidence } of reading.reasons) {
    said.push({ key: `reason ${key}`, label: name, tone: 'plain', part: 'reasons', evidence })
  }
  for (const { id, name, evidence } of reading.topics) {
    said.push({ key: `topic ${id}`, label: name, tone: 'topic', evidence })
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

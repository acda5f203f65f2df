import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { IconAlertCircle, IconBulb, IconCheck, IconCircle } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askCoach } from '@/api/coaching'
import { sayError } from '@/api/http'
import type { CoachAnswer, CoachLine, CoachRule, VoiceBody } from '@/api/types'
import { toMarkedSpans } from '@/ui/byte-spans'
import settings from '../settings.module.css'
import styles from './voice.module.css'

// So long after the last key the coach is asked.
const kPause = 200

const icons = { fix: IconAlertCircle, consider: IconBulb, nice: IconCheck } as const

// A post and a reply, and what the coach says of them with the voice as it stands on the screen.
export function TryOut({ voice, rules }: { voice: VoiceBody; rules: CoachRule[] }) {
  const { t } = useTranslation('voice')
  const [post, setPost] = useState(t('try.examplePost'))
  const [reply, setReply] = useState(t('try.exampleReply'))
  const line: CoachLine = {
    draft: reply,
    post: { text: post },
    voice: {
      warmth: voice.warmth,
      formality: voice.formality,
      emoji: voice.emoji,
      humour: voice.humour,
      signature: voice.signature,
      avoid: voice.avoid,
      love: voice.love,
      own: voice.names,
      may_promise: voice.allowed_promises,
    },
    rules: Object.fromEntries(rules.map(({ rule, setting }) => [rule, setting])),
  }
  const [asked] = useDebouncedValue(line, kPause)
  const answer = useQuery({
    queryKey: ['coach', asked],
    queryFn: async ({ signal }) => ({ asked, said: await askCoach(asked, signal) }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  })
  return (
    <section className={settings.card} aria-labelledby="try" data-testid="try-out">
      <h3 className={settings.label} id="try">
        {t('try.title')}
      </h3>
      <p className={settings.plain}>{t('try.intro')}</p>
      <div className={styles.texts}>
        <Textarea
          label={t('try.post')}
          rows={5}
          resize="vertical"
          maxLength={3000}
          value={post}
          onChange={(event) => setPost(event.currentTarget.value)}
        />
        <Textarea
          label={t('try.reply')}
          rows={5}
          resize="vertical"
          maxLength={3000}
          value={reply}
          onChange={(event) => setReply(event.currentTarget.value)}
        />
      </div>
      {answer.isError ? (
        <p role="alert" className={settings.error}>
          {sayError(answer.error)}
        </p>
      ) : (
        answer.data && <Said said={answer.data.said} line={answer.data.asked} />
      )}
    </section>
  )
}

function Said({ said: { points, findings }, line }: { said: CoachAnswer; line: CoachLine }) {
  const { t } = useTranslation('voice')
  const post = line.post.text
  return (
    <div className={styles.said} aria-live="polite">
      {points.length > 0 && (
        <>
          <h4 className={styles.saidTitle}>{t('try.points')}</h4>
          <ul className={styles.findings}>
            {points.map((point) => (
              <li key={point.post_span.join()} className={styles.point}>
                {point.answered ? (
                  <IconCheck size={18} stroke={1.8} aria-label={t('try.answered')} role="img" />
                ) : (
                  <IconCircle size={18} stroke={1.6} aria-label={t('try.open')} role="img" />
                )}
                <span>{cut(post, [point.post_span])}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <h4 className={styles.saidTitle}>{t('try.found')}</h4>
      {line.draft.trim() === '' ? (
        <p className={settings.plain}>{t('try.write')}</p>
      ) : findings.length === 0 ? (
        <p className={settings.plain}>{t('try.nothing')}</p>
      ) : (
        <ul className={styles.findings}>
          {findings.map((finding) => {
            const Icon = icons[finding.severity]
            const where = cut(line.draft, finding.draft_spans)
            return (
              <li
                key={`${finding.rule} ${finding.why} ${where}`}
                className={styles.finding}
                data-severity={finding.severity}
              >
                <Icon
                  size={18}
                  stroke={1.7}
                  role="img"
                  aria-label={t(`rules.severity.${finding.severity}`)}
                />
                <div>
                  <p className={styles.why}>
                    {finding.why} {finding.next}
                  </p>
                  <p className={styles.what}>
                    {t(`rules.${finding.rule}.name`)}
                    {where && ` · “${where}”`}
                  </p>
                </div>
              </li>
            )
          })}
        </ul>
      )}
    </div>
  )
}

// The words at these places, which are bytes.
function cut(text: string, spans: number[][]): string {
  return toMarkedSpans(text, [], spans)
    .filter((span) => span.marked)
    .map((span) => span.text)
    .join(' … ')
}

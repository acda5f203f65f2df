// A first look round, two minutes long: a card beside the real things of the real screen, which the
// visitor uses while it speaks of them. Offered once to each member; how far it got is kept, so it
// goes on where it was left.

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery, useMayWrite } from '@/api/session'
import type { Session } from '@/api/types'
import { onFirstLookAsked } from '@/ui/first-look'
import { useIsPhone } from '@/ui/use-media'
import { useShortcuts } from '@/ui/use-shortcuts'
import { Card, Primary, Quiet, windowSize } from './card'
import styles from './first-look.module.css'
import { useKept } from './kept'
import { ringAround } from './place'
import { isDone, needsConversation, neighbour, type Progress, type Step, stepsFor } from './steps'
import { useDone } from './use-done'
import { useHop } from './use-hop'
import { useTarget } from './use-target'
import { type Page, textOf } from './words'

type Kept = Exclude<Progress, { state: 'new' }>

// What each page speaks of; the first that can be seen is taken.
const targets: Record<Page, readonly string[]> = {
  open: ['[data-conversation-id]'],
  waits: ['[data-conversation-id]', '[data-look="list"]'],
  thread: ['[data-look="thread"]'],
  person: ['[data-look="person"]', '[data-look="person-toggle"]', '[data-look="person-name"]'],
  answer: ['[data-look="composer"]'],
  sent: ['[data-look="sending"]', '[data-look="thread"]'],
  sort: ['[data-look="sort"]'],
  search: ['[data-look="search"]'],
  coverage: ['[data-look="settings"]'],
  heard: ['[data-look="coverage"]'],
}

export function FirstLook() {
  const { data: session } = useQuery(sessionQuery)
  const member = session?.member?.id
  return member ? <Look key={member} session={session} /> : null
}

function Look({ session }: { session: Session }) {
  const { t } = useTranslation('firstLook')
  const { demo, member, workspace } = session
  const { read, keep } = useKept()
  const [before] = useState(read)
  const phone = useIsPhone()
  const mayWrite = useMayWrite()
  const steps = useMemo(() => stepsFor({ demo, mayWrite }), [demo, mayWrite])
  const [step, setStep] = useState<Step | undefined>(
    before.state === 'going' ? before.at : undefined,
  )
  const [offered, setOffered] = useState(before.state === 'new')
  const [answered, setAnswered] = useState(false)
  const done = useDone(step)
  const card = useRef<HTMLElement>(null)
  const { goIn, goOut } = useHop(card, offered || step !== undefined)
  const navigate = useNavigate()

  const begin = useCallback(
    (at: Step) => {
      setOffered(false)
      setStep(at)
      keep({ state: 'going', at })
    },
    [keep],
  )
  const end = useCallback(
    (progress: Kept) => {
      goOut()
      setOffered(false)
      setStep(undefined)
      keep(progress)
    },
    [goOut, keep],
  )
  const skip = useCallback(() => end({ state: 'skipped', at: step }), [end, step])

  const move = useCallback(
    (way: 1 | -1, sent: boolean) => {
      const to = step && neighbour(steps, step, way, sent)
      if (!to) return end({ state: 'done' })
      // What these speak of is on the list, and on a phone a thread lies over it.
      if (to === 'waits' || (to === 'search' && phone)) void navigate({ to: '/inbox' })
      begin(to)
    },
    [step, steps, phone, end, begin, navigate],
  )

  useAdvance(step, step !== undefined && isDone(step, done), () => {
    if (step === 'answer') setAnswered(true)
    move(1, answered || step === 'answer')
  })

  useEffect(
    () =>
      onFirstLookAsked(() => {
        const kept = read()
        const at = kept.state === 'skipped' || kept.state === 'going' ? kept.at : undefined
        begin(at && steps.includes(at) ? at : 'waits')
        // The menu that asked gives its focus back first.
        setTimeout(goIn, 200)
      }),
    [read, steps, begin, goIn],
  )
  useShortcuts(step !== undefined ? { Escape: skip } : {})

  const page: Page | undefined =
    step === undefined
      ? undefined
      : needsConversation(step) && !done.opened
        ? 'open'
        : step === 'coverage' && done.atCoverage
          ? 'heard'
          : step
  const target = useTarget(page ? targets[page] : [])
  const empty = page === 'waits' && !document.querySelector('[data-conversation-id]')
  const words = offered
    ? {
        title: t(`offer.${demo ? 'demo' : 'desk'}.title`),
        text: t(`offer.${demo ? 'demo' : 'desk'}.text`, {
          brand: workspace?.name,
          name: member?.name,
          role: t(`role.${member?.role ?? 'viewer'}`),
          may: t(mayWrite ? 'offer.writes' : 'offer.reads'),
        }),
      }
    : page
      ? { title: t(`${page}.title`), text: textOf(page, { phone, demo, empty }) }
      : undefined

  // On a phone there is no room for an offer over somebody's thread.
  if (!words || (offered && phone && done.opened)) return null
  const ring = target && ringAround(target, windowSize())
  const at = step ? steps.indexOf(step) : 0

  return (
    <>
      {ring && <div className={styles.ring} style={ring} aria-hidden />}
      <Card
        card={card}
        title={words.title}
        text={words.text}
        hint={at === 0 && !phone ? t('hop') : undefined}
        target={target}
        phone={phone}
        onEscape={skip}
      >
        {offered || !step ? (
          <>
            <Primary
              label={t(`offer.${demo ? 'demo' : 'desk'}.yes`)}
              onPress={() => begin('waits')}
            />
            <Quiet label={t(`offer.${demo ? 'demo' : 'desk'}.no`)} onPress={skip} />
          </>
        ) : (
          <>
            {page === 'heard' || (page === 'coverage' && phone && !target) ? (
              <Primary label={t('finish')} onPress={() => end({ state: 'done' })} />
            ) : (
              page !== 'open' && (
                <Primary
                  label={t('next')}
                  onPress={() =>
                    page === 'coverage'
                      ? void navigate({ to: '/settings/channels' })
                      : move(1, answered)
                  }
                />
              )
            )}
            {at > 0 && <Quiet label={t('back')} onPress={() => move(-1, answered)} />}
            {page !== 'heard' && <Quiet label={t('skip')} onPress={skip} />}
            <span className={styles.count}>{t('of', { at: at + 1, all: steps.length })}</span>
          </>
        )}
      </Card>
      <Announcement words={`${words.title}. ${words.text.replaceAll('`', '')}`} />
    </>
  )
}

// Goes on once the step's thing was done: not if it had been done before the step began.
function useAdvance(step: Step | undefined, done: boolean, advance: () => void): void {
  const entered = useRef<{ step: Step | undefined; done: boolean }>({
    step: undefined,
    done: false,
  })
  const latest = useRef(advance)
  latest.current = advance
  useEffect(() => {
    if (entered.current.step !== step) {
      entered.current = { step, done }
    } else if (!done) {
      entered.current.done = false
    } else if (!entered.current.done) {
      entered.current.done = true
      latest.current()
    }
  }, [step, done])
}

// A region that a screen reader knew before its words came.
function Announcement({ words }: { words: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    const timer = window.setTimeout(() => setSaid(words), 150)
    return () => window.clearTimeout(timer)
  }, [words])
  return (
    <p role="status" className={styles.hidden}>
      {said}
    </p>
  )
}

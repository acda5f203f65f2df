// The coach beside the composer: what they said that wants an answer, ticked as the draft gives it, and what of
// the draft could be better. It says; it never writes by itself, and never stands in the way.

import type { EditorView } from '@codemirror/view'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import {
  type KeyboardEvent,
  memo,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/coach'
import type { Id } from '@/api/types'
import { Articles } from './articles'
import styles from './coach.module.css'
import './coach.css'
import { Findings } from './findings'
import { hasLink, linkAt } from './link-at'
import { placesOf } from './marks'
import { Points } from './points'
import { nextToDo, type Shown, type ShownFinding } from './shown'
import { useArticles } from './use-articles'
import { useChanged } from './use-changed'
import { useDraftState } from './use-draft-state'
import { useFolded } from './use-folded'
import { useKeys } from './use-keys'
import { useLit } from './use-lit'
import { type Reviewed, useReview } from './use-review'
import { useRoom } from './use-room'
import { useSay } from './use-say'

interface Props extends Reviewed {
  view: EditorView
  box: RefObject<HTMLElement | null>
  // Asked before an answer goes out: true, if something has to be mended first.
  holds: { current: () => boolean }
  onShow: (post: Id) => void
}

const noFindings: readonly ShownFinding[] = []

// What is said of an answer to one post is not said of an answer to another.
export default memo(function Coach(props: Props) {
  return <CoachOf key={props.post.id} {...props} />
})

function CoachOf(props: Props) {
  const { view, box, holds, onShow, ...about } = props
  const { t } = useTranslation('coach')
  const { say, sayState } = useSay()
  const { shown, state, isFresh, soon } = useReview(view, about)
  const { lit, point } = useLit(view, shown, about.post.id)
  const articles = useArticles(about.conversation, about.post.id)
  const { isEmpty, isActive, linked } = useDraftState(view, articles)
  const isRoomy = useRoom(box)
  const [isFolded, fold] = useFolded()
  const [isOpened, setOpened] = useState(false)
  const [said, setSaid] = useState('')
  // True of what was reviewed then; of the next words we shall see.
  const [held, setHeld] = useState<{ of: Shown | null; why: string } | null>(null)
  const first = held && held.of === shown ? held.why : null
  const ids = useId()
  const list = useRef<HTMLOListElement>(null)
  const current = useRef<string | null>(null)
  const wanted = useRef<string | null>(null)
  const findings = shown?.findings ?? noFindings
  const isOpen = isRoomy ? isOpened || (isActive && !isFolded) : isOpened
  const hasPoints = (shown?.points.length ?? 0) > 0
  const isBeside = isRoomy && isOpen && hasPoints

  const toggle = () => {
    setOpened(!isOpen && !(isRoomy && isActive))
    if (isRoomy && isActive) fold(isOpen)
  }

  // To the words a finding is about; without any, to what it says.
  const go = (finding: ShownFinding) => {
    current.current = finding.id
    const [place] = placesOf(view, finding.id)
    setSaid(`${t(`severity.${finding.severity}`)}: ${finding.why} ${finding.next}`)
    if (place) {
      view.dispatch({ selection: { anchor: place.from, head: place.to }, scrollIntoView: true })
      view.focus()
      return
    }
    if (isOpen) focusIn(list.current, finding.id)
    else {
      setOpened(true)
      wanted.current = finding.id
    }
  }
  const jump = (step: 1 | -1) => {
    const next = nextToDo(findings, current.current, step)
    if (next) go(next)
    return next !== undefined
  }
  const mend = (finding: ShownFinding | undefined) => {
    const [place] = finding ? placesOf(view, finding.id) : []
    if (!place || finding?.replace === undefined) return false
    view.dispatch({
      changes: { from: place.from, to: place.to, insert: finding.replace },
      selection: { anchor: place.from + finding.replace.length },
      userEvent: 'input.coach',
      scrollIntoView: true,
    })
    view.focus()
    soon()
    return true
  }
  const mendHere = () => {
    const able = findings.filter(
      ({ id, replace }) => replace !== undefined && placesOf(view, id).length > 0,
    )
    const find = (id: string | null) => able.find((finding) => finding.id === id)
    return mend(find(lit) ?? find(current.current) ?? able[0])
  }
  const insert = (link: string | undefined) => {
    if (!link) return false
    const text = view.state.doc.toString()
    if (hasLink(text, link)) return true
    const { from, to } = view.state.selection.main
    const { insert, caret } = linkAt(text, from, to, link)
    view.dispatch({
      changes: { from, to, insert },
      selection: { anchor: caret },
      userEvent: 'input.link',
      scrollIntoView: true,
    })
    view.focus()
    soon()
    return true
  }
  useKeys(view, { jump, mend: mendHere, insert: (at) => insert(articles[at]?.article.link) })

  useLayoutEffect(() => {
    holds.current = () => {
      const must = shown?.mustBeClean && !shown.clean && isFresh()
      const finding = must && findings.find(({ severity }) => severity === 'fix')
      if (!finding) return false
      setHeld({ of: shown, why: finding.why })
      go(finding)
      return true
    }
    return () => {
      holds.current = () => false
    }
  })
  // The list was opened for one of them.
  useLayoutEffect(() => {
    if (isOpen && wanted.current) focusIn(list.current, wanted.current)
    wanted.current = null
  }, [isOpen])

  // What lies under the caret or the pointer is seen in the list, too.
  useEffect(() => {
    if (!lit || list.current?.matches(':hover, :focus-within')) return
    const row = list.current?.querySelector(`[data-finding="${CSS.escape(lit)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [lit])

  const line = shown ? say(shown, articles.length, isEmpty) : t('reads')
  const spoken = useChanged(isEmpty || !shown ? '' : line)
  const litFinding = isOpen ? undefined : findings.find(({ id }) => id === lit)
  const points = shown && hasPoints && (
    <Points
      points={shown.points}
      lit={lit}
      onPoint={point}
      onGo={(id) => {
        const [place] = placesOf(view, id)
        if (place) {
          view.dispatch({ selection: { anchor: place.to }, scrollIntoView: true })
          view.focus()
        } else onShow(about.post.id)
      }}
    />
  )
  const Chevron = isOpen ? IconChevronDown : IconChevronUp
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    view.focus()
  }

  return (
    <>
      {isBeside && (
        <aside className={styles.beside} aria-label={t('theirs')} onKeyDown={leave}>
          <div className={styles.besideWords}>{points}</div>
        </aside>
      )}
      {first && (
        <p role="alert" className={styles.first} data-testid="coach-first">
          {t('first', { why: first })}
        </p>
      )}
      <section
        className={styles.coach}
        aria-label={t('label')}
        data-open={isOpen || undefined}
        data-steady={(isRoomy && isOpen) || undefined}
        onKeyDown={leave}
        data-testid="coach"
      >
        <button
          type="button"
          className={styles.line}
          aria-expanded={isOpen}
          aria-controls={isOpen ? ids : undefined}
          title={t(isOpen ? 'fold' : 'unfold')}
          onClick={toggle}
          data-testid="coach-line"
        >
          <span className={styles.lineWords} data-state={state}>
            {litFinding ? litFinding.why : (sayState(state) ?? line)}
          </span>
          <Chevron size={16} stroke={1.8} aria-hidden />
        </button>
        <p role="status" className={styles.hidden} data-testid="coach-said">
          {spoken}
        </p>
        <p aria-live="polite" className={styles.hidden}>
          {said}
        </p>
        {isOpen && (
          <div id={ids} className={styles.body} data-testid="coach-body">
            {!isBeside && points}
            <Findings
              findings={findings}
              lit={lit}
              list={list}
              onPoint={point}
              onGo={(id) => {
                const finding = findings.find((one) => one.id === id)
                if (finding) go(finding)
              }}
              onMend={(id) => mend(findings.find((one) => one.id === id))}
              onInsert={insert}
            />
            {shown && shown.findings.length + articles.length + shown.points.length === 0 && (
              <p className={styles.quiet}>{t('empty')}</p>
            )}
            <Articles articles={articles} linked={linked} onInsert={insert} />
          </div>
        )}
      </section>
    </>
  )
}

function focusIn(list: HTMLElement | null, finding: string): void {
  const row = list?.querySelector(`[data-finding="${CSS.escape(finding)}"]`)
  row?.querySelector('button')?.focus()
}

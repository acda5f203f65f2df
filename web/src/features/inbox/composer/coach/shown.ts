// A review as the composer shows it: offsets of JavaScript instead of bytes, and a name for each thing that can
// be lit.

import type { CoachFinding, CoachPoint, Review, Severity, TextSpan } from '@/api/coach'
import { type Mark, unitsOfBytes } from '@/ui/byte-spans'

// A stretch of the draft.
export interface Place {
  // Of the finding or the point it belongs to.
  id: string
  from: number
  to: number
  look: Severity | 'point'
}

export interface ShownPoint {
  id: string
  kind: CoachPoint['kind']
  words: string
  answered: boolean
  theirs: readonly Mark[]
}

export interface ShownFinding extends Omit<CoachFinding, 'draft_spans' | 'post_spans'> {
  id: string
  theirs: readonly Mark[]
  hasPlace: boolean
}

export interface Shown {
  points: readonly ShownPoint[]
  findings: readonly ShownFinding[]
  places: readonly Place[]
  clean: boolean
  mustBeClean: boolean
}

// `draft` is what was reviewed, `post` what it answers.
export function showReview(review: Review, draft: string, post: string): Shown {
  const inDraft = unitsOfBytes(draft)
  const inPost = unitsOfBytes(post)
  const places: Place[] = []
  const place = (id: string, look: Place['look'], spans: readonly TextSpan[]) => {
    const before = places.length
    for (const [begin = 0, end = 0] of spans) {
      const [from, to] = [inDraft(begin), inDraft(end)]
      if (from < to) places.push({ id, look, from, to })
    }
    return places.length > before
  }
  const points = review.points.map(({ kind, post_span, draft_spans, answered }, at) => {
    const id = `point-${at}`
    place(id, 'point', draft_spans)
    const [begin = 0, end = 0] = post_span
    const words = post.slice(inPost(begin), inPost(end)).trim()
    return { id, kind, words, answered, theirs: [post_span] }
  })
  // The same finding keeps its name from one review to the next, so that nothing in the list blinks.
  const met = new Map<string, number>()
  const findings = review.findings.map(({ draft_spans, post_spans, ...finding }) => {
    const at = met.get(finding.rule) ?? 0
    met.set(finding.rule, at + 1)
    const id = `${finding.rule}-${at}`
    const hasPlace = place(id, finding.severity, draft_spans)
    return { ...finding, id, hasPlace, theirs: post_spans }
  })
  const { clean, must_be_clean } = review
  return { points, findings, places, clean, mustBeClean: must_be_clean }
}

export interface Count {
  points: number
  answered: number
  fix: number
  consider: number
  nice: number
}

export function countOf({ points, findings }: Pick<Shown, 'points' | 'findings'>): Count {
  const of = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  return {
    points: points.length,
    answered: points.filter((point) => point.answered).length,
    fix: of('fix'),
    consider: of('consider'),
    nice: of('nice'),
  }
}

// What is to be done, in the order in which it is shown: a press of the key goes from one to the next.
export const toDo = (findings: readonly ShownFinding[]) =>
  findings.filter(({ severity }) => severity !== 'nice')

export function nextToDo(
  findings: readonly ShownFinding[],
  current: string | null,
  step: 1 | -1,
): ShownFinding | undefined {
  const all = toDo(findings)
  const at = all.findIndex(({ id }) => id === current)
  if (at === -1) return step === 1 ? all[0] : all.at(-1)
  return all[(at + step + all.length) % all.length]
}

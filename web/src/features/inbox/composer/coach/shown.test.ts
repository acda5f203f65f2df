import { expect, test } from 'vitest'
import type { Review } from '@/api/coach'
import { countOf, nextToDo, showReview } from './shown'

const post = 'Grüße! Wo ist es? 🙁 Wer zahlt?'
const draft = 'Müde? Es ist da.'
const bytes = (text: string, part: string) => {
  const begin = new TextEncoder().encode(text.slice(0, text.indexOf(part))).length
  return [begin, begin + new TextEncoder().encode(part).length]
}

const review: Review = {
  points: [
    {
      kind: 'question',
      post_span: bytes(post, 'Wo ist es?'),
      draft_spans: [bytes(draft, 'Es ist da.')],
      answered: true,
    },
    { kind: 'question', post_span: bytes(post, 'Wer zahlt?'), draft_spans: [], answered: false },
  ],
  findings: [
    {
      rule: 'unanswered',
      severity: 'fix',
      draft_spans: [],
      post_spans: [bytes(post, 'Wer zahlt?')],
      why: 'w',
      next: 'n',
    },
    {
      rule: 'tone',
      severity: 'consider',
      draft_spans: [bytes(draft, 'Müde?')],
      post_spans: [],
      why: 'w',
      next: 'n',
    },
    { rule: 'tone', severity: 'nice', draft_spans: [], post_spans: [], why: 'w', next: '' },
  ],
  articles: [],
  clean: false,
  must_be_clean: false,
}

test('places are those of the letters, whatever they weigh in bytes', () => {
  const shown = showReview(review, draft, post)
  const of = (id: string) =>
    shown.places.filter((place) => place.id === id).map(({ from, to }) => draft.slice(from, to))
  expect(of('point-0')).toEqual(['Es ist da.'])
  expect(of('tone-0')).toEqual(['Müde?'])
  expect(shown.points.map(({ words }) => words)).toEqual(['Wo ist es?', 'Wer zahlt?'])
  expect(shown.findings.map(({ id, hasPlace }) => [id, hasPlace])).toEqual([
    ['unanswered-0', false],
    ['tone-0', true],
    ['tone-1', false],
  ])
})

test('places beyond the words are none', () => {
  const [first] = review.findings
  if (!first) throw new Error('there is one')
  const beyond = {
    ...first,
    draft_spans: [
      [4, 4],
      [900, 950],
    ],
  }
  expect(showReview({ ...review, points: [], findings: [beyond] }, draft, post).places).toEqual([])
})

test('what is counted', () => {
  expect(countOf(showReview(review, draft, post))).toEqual({
    points: 2,
    answered: 1,
    fix: 1,
    consider: 1,
    nice: 1,
  })
})

test('the key goes round what is to be done, and leaves praise out', () => {
  const { findings } = showReview(review, draft, post)
  expect(nextToDo(findings, null, 1)?.id).toBe('unanswered-0')
  expect(nextToDo(findings, 'unanswered-0', 1)?.id).toBe('tone-0')
  expect(nextToDo(findings, 'tone-0', 1)?.id).toBe('unanswered-0')
  expect(nextToDo(findings, 'unanswered-0', -1)?.id).toBe('tone-0')
  expect(nextToDo([], null, 1)).toBeUndefined()
})

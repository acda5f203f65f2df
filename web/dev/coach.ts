// A coach of the invented world: a few words stand for what the real one would remark. Nothing here ships.

import type { CoachFinding, Review, ReviewBody, TextSpan } from '../src/api/coach.ts'

const bytes = (text: string) => new TextEncoder().encode(text).length

function spansOf(text: string, pattern: RegExp): TextSpan[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => {
    const begin = bytes(text.slice(0, index))
    return [begin, begin + bytes(words)]
  })
}

type Remark = [RegExp, Pick<CoachFinding, 'rule' | 'severity' | 'why' | 'next' | 'replace'>]

const remarks: Remark[] = [
  [
    /as per[^.!?]*/gi,
    {
      rule: 'defensive',
      severity: 'fix',
      why: 'This quotes rules at them.',
      next: 'Say what you can do.',
    },
  ],
  [
    /please dm us/gi,
    {
      rule: 'deflect',
      severity: 'fix',
      why: 'It sends them elsewhere and answers nothing here.',
      next: 'Answer here what anyone may read.',
    },
  ],
  [
    /apologise for any inconvenience/gi,
    {
      rule: 'generic',
      severity: 'consider',
      why: 'Everybody writes this under every post.',
      next: 'Say it about what they told you.',
    },
  ],
  [
    /\butili[sz]e\b/gi,
    {
      rule: 'stuffy',
      severity: 'consider',
      why: 'Nobody says this aloud.',
      next: 'Say it plainly.',
      replace: 'use',
    },
  ],
  [
    /sorry (?:that|about|for) [^.!?]*/gi,
    { rule: 'empathy', severity: 'nice', why: 'Says sorry for what happened.', next: '' },
  ],
]

export function review({ text }: ReviewBody, post: string): Review {
  const answers = (text.match(/[^.!?]+[.!?]/g) ?? []).length
  const points = spansOf(post, /[^.!?]+\?/g).map((post_span, at) => ({
    kind: 'question' as const,
    post_span,
    draft_spans: at < answers ? spansOf(text, /[^.!?]+[.!?]/g).slice(at, at + 1) : [],
    answered: at < answers,
  }))
  const findings = remarks.flatMap(([pattern, remark]) => {
    const draft_spans = spansOf(text, pattern)
    return draft_spans.length > 0 ? [{ ...remark, draft_spans, post_spans: [] }] : []
  })
  return {
    points,
    findings,
    articles: [],
    clean: findings.every(({ severity }) => severity !== 'fix'),
    must_be_clean: false,
  }
}

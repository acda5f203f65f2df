import { expect, test } from 'vitest'
import type { PreviewPart } from '@/api/listening/types'
import { post } from '@/testing/samples'
import { addPart, emptySum, everyDay } from './add-up'

const sample = (id: string) => {
  const said = post(id)
  return {
    post: said,
    conversation_id: '1',
    state: 'heard' as const,
    skip_reason: null,
    monitors: [],
    spans: [],
  }
}
const part = (more: Partial<PreviewPart>): PreviewPart => ({
  looked: 100,
  found: 2,
  back_to: '2026-11-25T00:00:00.000000Z',
  next_cursor: null,
  days: [],
  samples: [],
  terms: [],
  beside: [],
  rejected: [],
  ...more,
})

test('parts of a preview add up', () => {
  const acme = { begin: 0, end: 4, text: 'acme' }
  const first = part({
    days: [{ day: '2026-11-25', found: 2 }],
    samples: [sample('9'), sample('8')],
    terms: [{ ...acme, found: 2, alone: 1 }],
    beside: [{ word: 'jobs', found: 1 }],
    rejected: [{ word: 'hiring', rejected: 2, kept: 2 }],
  })
  const second = part({
    back_to: '2026-11-20T00:00:00.000000Z',
    days: [
      { day: '2026-11-25', found: 1 },
      { day: '2026-11-24', found: 4 },
    ],
    samples: [sample('8'), sample('7')],
    terms: [
      { ...acme, found: 3, alone: 2 },
      { begin: 8, end: 13, text: 'brand', found: 1, alone: 0 },
    ],
    beside: [
      { word: 'coffee', found: 5 },
      { word: 'jobs', found: 1 },
    ],
    rejected: [{ word: 'hiring', rejected: 2, kept: 1 }],
  })
  const sum = [first, second].reduce(addPart, emptySum)
  expect(sum.looked).toBe(200)
  expect(sum.found).toBe(4)
  expect(sum.backTo).toBe(second.back_to)
  expect([...sum.days]).toEqual([
    ['2026-11-25', 3],
    ['2026-11-24', 4],
  ])
  expect(sum.samples.map(({ post }) => post.id)).toEqual(['9', '8', '7'])
  expect(sum.terms.map(({ text, found, alone }) => [text, found, alone])).toEqual([
    ['acme', 5, 3],
    ['brand', 1, 0],
  ])
  expect(sum.beside).toEqual([
    { word: 'coffee', found: 5 },
    { word: 'jobs', found: 2 },
  ])
  expect(sum.rejectedWords).toEqual([{ word: 'hiring', rejected: 2, kept: 3 }])
})

test('days without a find are days, too', () => {
  const now = Date.parse('2026-11-26T10:00:00Z')
  expect(everyDay(new Map([['2026-11-25', 3]]), 3, now)).toEqual([
    { day: '2026-11-24', found: 0 },
    { day: '2026-11-25', found: 3 },
    { day: '2026-11-26', found: 0 },
  ])
})

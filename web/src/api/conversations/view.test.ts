import { describe, expect, test } from 'vitest'
import { row } from '@/testing/samples'
import type { ConversationRow, RowReading, SavedView } from '../types'
import { toSaved } from './to-saved'
import { belongs, compareRows, filterOf, isNarrowed, type ListFilter, viewQuery } from './view'

const gist = (more: Partial<RowReading> = {}): RowReading => ({
  sentiment: 'negative',
  urgency: 0.3,
  needs_reply: true,
  intents: ['complaint', 'question'],
  reasons: ['delivery'],
  topics: ['8'],
  ...more,
})
const read = (more: Partial<RowReading> = {}, rest: Partial<ConversationRow> = {}) =>
  row({ reading: gist(more), ...rest })
const all: ListFilter = { view: 'all' }

describe('a list that asks for a reading', () => {
  test.each<[Partial<ListFilter>, Partial<RowReading>]>([
    [{ sentiment: 'negative' }, { sentiment: 'neutral' }],
    [{ intent: 'question' }, { intents: ['complaint'] }],
    [{ reason: 'delivery' }, { reasons: [] }],
    [{ topic: '8' }, { topics: ['9'] }],
    [{ needs_reply: 'yes' }, { needs_reply: false }],
    [{ urgent: 'yes' }, { urgency: 0.59 }],
  ])('%o takes in who fits and nobody else', (asked, other) => {
    const fits = read({ urgency: 0.6 })
    expect(belongs(fits, { ...all, ...asked }, 'me')).toBe(true)
    expect(belongs(read(other), { ...all, ...asked }, 'me')).toBe(false)
    expect(belongs(row({ reading: null }), { ...all, ...asked }, 'me')).toBe(false)
  })

  test('needs no answer is not the same as not read', () => {
    const no: ListFilter = { ...all, needs_reply: 'no' }
    expect(belongs(read({ needs_reply: false }), no, 'me')).toBe(true)
    expect(belongs(row({ reading: null }), no, 'me')).toBe(false)
    expect(belongs(row({ reading: null }), all, 'me')).toBe(true)
  })
})

test('what matters comes first: urgent, half as urgent, an answer, none; then who waits longest', () => {
  const at = (minute: number) => `2026-11-23T10:0${minute}:00.000000Z`
  const rows = [
    read({ needs_reply: false, urgency: 0.9 }, { id: '1', waiting_since: at(0) }),
    row({ id: '2', reading: null, waiting_since: at(1) }),
    read({ urgency: 0.29 }, { id: '3', waiting_since: at(2) }),
    read({ urgency: 0.3 }, { id: '4', waiting_since: at(3) }),
    read({ urgency: 0.7 }, { id: '6', waiting_since: at(5) }),
    read({ urgency: 0.6 }, { id: '5', waiting_since: at(4) }),
  ]
  const sorted = (filter: ListFilter) => rows.toSorted(compareRows(filter)).map(({ id }) => id)
  expect(sorted({ view: 'open' })).toEqual(['5', '6', '4', '2', '3', '1'])
  expect(sorted({ view: 'open', order: 'longest' })).toEqual(['1', '2', '3', '4', '5', '6'])
})

test('an order is asked for only where there is one', () => {
  const asks = (filter: ListFilter) => viewQuery(filter).order
  expect(asks({ view: 'mine' })).toBe('priority')
  expect(asks({ view: 'mine', order: 'longest' })).toBeUndefined()
  expect(asks({ view: 'resolved' })).toBeUndefined()
  expect(asks({ view: 'open', q: 'kettle' })).toBeUndefined()
  expect(asks({ view: 'open', order: 'longest', q: 'kettle' })).toBeUndefined()
  expect(asks({ view: 'open', order: 'relevance', q: 'kettle' })).toBe('relevance')
  expect(asks({ view: 'open', order: 'relevance' })).toBe('priority')
})

test('a saved view keeps all it narrows to, and what comes first', () => {
  const filter: ListFilter = {
    view: 'mine',
    tag: '5',
    channel: '7',
    sentiment: 'negative',
    intent: 'complaint',
    reason: 'delivery',
    topic: '8',
    needs_reply: 'no',
    urgent: 'yes',
    order: 'longest',
  }
  const body = toSaved(filter, 'Mine, and bad', false)
  expect(body).toMatchObject({
    reason: 'delivery',
    topic_id: '8',
    needs_reply: false,
    urgent: true,
  })
  const saved = { ...body, id: '1', mine: true, may_change: true, total: 1 } as SavedView
  expect(filterOf(saved)).toMatchObject(filter)
  const plain = { ...saved, ...toSaved({ view: 'open' }, 'Plain', false) } as SavedView
  expect(plain.order).toBe('priority')
  expect(isNarrowed(filterOf(plain))).toBe(false)
  expect(filterOf(plain).order).toBeUndefined()
  expect(isNarrowed(filter)).toBe(true)
})

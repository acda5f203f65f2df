import { expect, test } from 'vitest'
import type { Conversation } from '@/api/types'
import { conversation } from '@/testing/samples'
import { added } from './added'

type Decision = Conversation['history'][number]

const decision = (id: string, by: string, kind: Decision['kind'] = 'assign'): Decision => ({
  id,
  at: '2026-11-20T09:00:00Z',
  by: { id: by, name: by },
  kind,
  detail: null,
  until: null,
  skip_reason: null,
  article: null,
  reason: null,
})
const before = conversation({ id: '1', version: 3 })
const after = (version: number, ...history: Decision[]) =>
  conversation({ id: '1', version, history })

test('the newest decision, if it is mine', () => {
  const answer = after(4, decision('20', 'me'), decision('10', 'me'))
  expect(added(before, answer, 'me')).toEqual([{ conversation_id: '1', decision_id: '20' }])
  expect(added(before, after(4, decision('20', 'you'), decision('10', 'me')), 'me')).toEqual([])
})

test('nothing where all stood so already, though I decided it once', () => {
  expect(added(before, after(3, decision('10', 'me')), 'me')).toEqual([])
})

test('nothing where the server refused, and never an undo', () => {
  expect(added(before, null, 'me')).toEqual([])
  expect(added(before, after(4, decision('20', 'me', 'undo')), 'me')).toEqual([])
})

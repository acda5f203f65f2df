import { expect, test } from 'vitest'
import { around } from './around'
import { completeRules, problemOf, rulesOf } from './rule-form'

test('rules survive the form', () => {
  const rule = {
    kind: 'person' as const,
    app: false,
    emails: ['a@b.example', 'c@d.example'],
    webhook: 'https://b.example/hook',
    handles: ['ana.example'],
  }
  const forms = completeRules([rule])
  expect(forms.map(({ kind, on }) => `${kind} ${on}`)).toEqual([
    'spike false',
    'negative false',
    'person true',
  ])
  expect(rulesOf(forms)).toEqual([rule])
})

test('handles and addresses are taken as people write them', () => {
  const [, , person] = completeRules([])
  const form = {
    ...person,
    on: true,
    handles: '@ana.example\n bo.example;',
    emails: 'a@b.example;',
  }
  const [rule] = rulesOf([form as never])
  expect(rule?.handles).toEqual(['ana.example', 'bo.example'])
  expect(rule?.emails).toEqual(['a@b.example'])
})

test('what cannot work is said before it is sent', () => {
  const [spike, , person] = completeRules([])
  if (!spike || !person) throw new Error('a form for each')
  expect(problemOf(spike)).toBeNull()
  expect(problemOf({ ...spike, on: true })).toBeNull()
  expect(problemOf({ ...spike, on: true, app: false })).toBe('nowhere')
  expect(problemOf({ ...spike, on: true, emails: 'nobody' })).toBe('emails')
  expect(problemOf({ ...spike, on: true, webhook: 'example.com' })).toBe('webhook')
  // Without names it is who we have talked with.
  expect(problemOf({ ...person, on: true })).toBeNull()
})

test('an alert leads to what was said in the day before it', () => {
  expect(around({ at: '2026-11-26T10:00:00.000Z', kind: 'negative' })).toEqual({
    from: '2026-11-25T10:00:00.000Z',
    to: '2026-11-26T10:01:00.000Z',
    sentiment: 'negative',
  })
})

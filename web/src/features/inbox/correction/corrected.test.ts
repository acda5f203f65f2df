import { expect, test } from 'vitest'
import { reading } from '@/testing/samples'
import { corrected, saidOf } from './corrected'

const nameOf = (key: string) => (key === 'own' ? 'Broken lids' : key)

test('what a member says stands, and the rest stays', () => {
  const before = reading()
  const after = corrected(before, { sentiment: 'positive' }, nameOf)
  expect(after.sentiment).toEqual({ label: 'positive', score: 1, p: [0, 0, 1], evidence: [] })
  expect(after.intents).toBe(before.intents)
  expect(after.corrected).toEqual(['sentiment'])
  expect(before.corrected).toEqual([])
})

test('what still holds keeps the words that say so, what is new has a name', () => {
  const after = corrected(reading(), { reasons: ['delivery', 'own'] }, nameOf)
  expect(after.reasons).toEqual([
    { key: 'delivery', name: 'Delivery', p: 0.7, evidence: [[3, 9]] },
    { key: 'own', name: 'Broken lids', p: 1, evidence: [] },
  ])
  expect(after.corrected).toEqual(['reasons'])
})

test('nothing at all can be said, too', () => {
  const after = corrected(reading(), { intents: [] }, nameOf)
  expect(after.intents).toEqual([])
  expect(saidOf(after, ['intents', 'reasons'])).toEqual({ intents: [] })
})

test('what was said before is what is said again when the last word is taken back', () => {
  expect(saidOf(reading(), ['sentiment', 'intents', 'reasons'])).toBeNull()
  const said = { sentiment: 'neutral', reasons: ['delivery'] } as const
  const before = corrected(reading(), { ...said, reasons: ['delivery'] }, nameOf)
  expect(saidOf(before, ['sentiment', 'reasons'])).toEqual(said)
  expect(saidOf(before, ['sentiment', 'intents'])).toEqual({ sentiment: 'neutral' })
})

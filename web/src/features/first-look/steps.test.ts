import { expect, test } from 'vitest'
import {
  allSteps,
  isDone,
  neighbour,
  type Progress,
  readProgress,
  stepsFor,
  writeProgress,
} from './steps'

const nothing = { opened: false, sent: false, sorted: false, searched: false }

test('the demo shows everything to its owner', () => {
  expect(stepsFor({ demo: true, mayWrite: true })).toEqual([...allSteps])
})

test('a desk of one’s own is shorter, and who may only read is not asked to write', () => {
  const own = stepsFor({ demo: false, mayWrite: true })
  expect(own.length).toBeLessThan(allSteps.length)
  expect(own).toContain('answer')
  const reader = stepsFor({ demo: false, mayWrite: false })
  expect(reader).toEqual(['waits', 'coverage'])
})

test('a step is over when its own thing was done, and not by another', () => {
  expect(isDone('waits', { ...nothing, opened: true })).toBe(true)
  expect(isDone('answer', { ...nothing, opened: true })).toBe(false)
  expect(isDone('answer', { ...nothing, sent: true })).toBe(true)
  expect(isDone('sort', { ...nothing, sorted: true })).toBe(true)
  expect(isDone('search', { ...nothing, searched: true })).toBe(true)
})

test('reading steps wait for Next, whatever was done', () => {
  const all = { opened: true, sent: true, sorted: true, searched: true }
  for (const step of ['thread', 'person', 'sent', 'coverage'] as const) {
    expect(isDone(step, all)).toBe(false)
  }
})

test('who sent nothing is not shown where it stands', () => {
  expect(neighbour(allSteps, 'answer', 1, true)).toBe('sent')
  expect(neighbour(allSteps, 'answer', 1, false)).toBe('sort')
  expect(neighbour(allSteps, 'sort', -1, false)).toBe('answer')
  expect(neighbour(allSteps, 'sort', -1, true)).toBe('sent')
  // Whoever comes back to it after a reload can leave it again.
  expect(neighbour(allSteps, 'sent', 1, false)).toBe('sort')
})

test('it ends at both ends', () => {
  expect(neighbour(allSteps, 'coverage', 1, true)).toBeUndefined()
  expect(neighbour(allSteps, 'waits', -1, true)).toBeUndefined()
})

test('how far somebody got survives being written down', () => {
  const all: Exclude<Progress, { state: 'new' }>[] = [
    { state: 'done' },
    { state: 'skipped', at: undefined },
    ...allSteps.flatMap((at) => [
      { state: 'going' as const, at },
      { state: 'skipped' as const, at },
    ]),
  ]
  for (const progress of all) expect(readProgress(writeProgress(progress))).toEqual(progress)
})

test('nothing kept is new; what nobody understands counts as skipped', () => {
  expect(readProgress(undefined)).toEqual({ state: 'new' })
  expect(readProgress('at the_old_step')).toEqual({ state: 'skipped', at: undefined })
  expect(readProgress('%%%')).toEqual({ state: 'skipped', at: undefined })
})

import { expect, test } from 'vitest'
import { isOpen, openAll, openPart, sayLink, stepOf } from './opening'
import { isNarrowed } from './use-heard-filter'

const from = '2026-10-28T00:00:00.000000Z'
const summary = { days: 30, from }

test('a number of a summary opens the time that it was counted in', () => {
  expect(openAll(summary, { sentiment: 'negative' })).toMatchObject({ from, sentiment: 'negative' })
  expect(openPart(summary, { days: 30 }, { site: 'acme.com' })).toMatchObject({
    from,
    site: 'acme.com',
  })
})

test('a number keeps the step that is looked at, and pressed again opens all', () => {
  const step = { days: 30, from: '2026-11-01T00:00:00.000000Z', to: '2026-11-02T00:00:00.000000Z' }
  const { days: _, ...time } = step
  const opened = openPart(summary, step, { site: 'acme.com' })
  expect(opened).toMatchObject({ ...time, site: 'acme.com' })
  expect(openPart(summary, opened, { site: 'acme.com' })).toMatchObject({
    ...time,
    site: undefined,
  })
  const whole = openPart(summary, { days: 30 }, { site: 'acme.com' })
  expect(openPart(summary, whole, { site: 'acme.com' }).from).toBeUndefined()
})

test('one reason to skip is one number, and not all that was skipped', () => {
  const skipped = { state: 'skipped', skip_reason: undefined }
  const spam = { state: 'skipped', skip_reason: 'spam' }
  const filter = openPart(summary, { days: 30 }, spam)
  expect(filter).toMatchObject(spam)
  expect(isOpen(filter, spam)).toBe(true)
  expect(isOpen(filter, { ...spam, skip_reason: 'other' })).toBe(false)
  expect(isOpen(filter, skipped)).toBe(false)
  expect(openPart(summary, filter, skipped)).toMatchObject(skipped)
})

test('the whole time is no step of the chart', () => {
  const [first, next] = [{ at: from }, { at: '2026-10-29T00:00:00.000000Z' }]
  expect(stepOf({ from, to: next.at }, [first, next])).toBe(from)
  expect(stepOf({ from }, [first, next])).toBeUndefined()
  expect(stepOf({ from: next.at }, [first, next])).toBe(next.at)
})

test('networks and links open like every other number', () => {
  for (const part of [{ network: 'mastodon' }, { link: 'https://acme.example/a?b=c' }]) {
    const filter = openPart(summary, { days: 30 }, part)
    expect(filter).toMatchObject({ from, ...part })
    expect(isNarrowed({ days: 30, ...part })).toBe(true)
    expect(isOpen(openPart(summary, filter, part), part)).toBe(false)
  }
})

test('an address without a title is told short', () => {
  expect(sayLink('https://www.acme.example/tea/')).toBe('acme.example/tea')
  expect(sayLink('http://acme.example/?a=https://b.example/')).toBe(
    'acme.example/?a=https://b.example',
  )
})

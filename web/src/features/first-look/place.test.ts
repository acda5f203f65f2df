import { expect, test } from 'vitest'
import { type Box, type Point, placeCard, placeSheet, ringAround, type Size } from './place'

const window = { width: 1440, height: 900 }
const card = { width: 344, height: 220 }

function covers(at: Point, target: Box, size: Size = card): boolean {
  return (
    at.left < target.left + target.width &&
    at.left + size.width > target.left &&
    at.top < target.top + target.height &&
    at.top + size.height > target.top
  )
}

const list = { left: 72, top: 150, width: 360, height: 108 }
const thread = { left: 432, top: 80, width: 688, height: 600 }
const person = { left: 1120, top: 26, width: 320, height: 874 }
const composer = { left: 432, top: 700, width: 688, height: 200 }
const buttons = { left: 900, top: 36, width: 200, height: 44 }

test.each(Object.entries({ list, thread, person, composer, buttons }))(
  'the card lies beside the %s and inside the window',
  (_name, target) => {
    const at = placeCard(target, card, window)
    expect(covers(at, target)).toBe(false)
    expect(at.left).toBeGreaterThanOrEqual(0)
    expect(at.left + card.width).toBeLessThanOrEqual(window.width)
    expect(at.top).toBeGreaterThanOrEqual(0)
    expect(at.top + card.height).toBeLessThanOrEqual(window.height)
  },
)

test('it leaves the corner free where toasts tell what was done', () => {
  const at = placeCard(composer, card, window)
  expect(at.top + card.height).toBeLessThanOrEqual(window.height - 90)
})

test('without a target, or without room, it waits at the lower left', () => {
  const waiting = placeCard(null, card, window)
  expect(waiting.left).toBeLessThan(100)
  expect(placeCard({ left: 0, top: 0, ...window }, card, window)).toEqual(waiting)
})

test('on a phone it is above what lies in the lower half, else below', () => {
  const phone = { width: 390, height: 844 }
  expect(placeSheet({ left: 0, top: 700, width: 390, height: 140 }, phone)).toBe('top')
  expect(placeSheet({ left: 0, top: 60, width: 390, height: 108 }, phone)).toBe('bottom')
  expect(placeSheet(null, phone)).toBe('bottom')
})

test('the ring never leaves the window', () => {
  const ring = ringAround({ left: -40, top: -900, width: 2000, height: 3000 }, window)
  expect(ring.left).toBeGreaterThanOrEqual(0)
  expect(ring.top).toBeGreaterThanOrEqual(0)
  expect(ring.left + ring.width).toBeLessThanOrEqual(window.width)
  expect(ring.top + ring.height).toBeLessThanOrEqual(window.height)
})

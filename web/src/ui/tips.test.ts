// @vitest-environment jsdom

import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startTips } from './tips'

let stop: () => void
beforeEach(() => {
  vi.useFakeTimers()
  document.body.innerHTML =
    '<button id="one" data-tip="Answer · R"><i id="in"></i></button><p id="two"></p>'
  stop = startTips()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

const point = (id: string, pointerType = 'mouse') => {
  const event = new Event('pointerover', { bubbles: true })
  Object.assign(event, { pointerType })
  document.getElementById(id)?.dispatchEvent(event)
}
const shown = () => {
  const box = document.querySelector<HTMLElement>('[role="tooltip"]')
  return box && !box.hidden ? box.textContent : null
}

test('words show a moment after one points at their button, or at what is in it', () => {
  point('in')
  expect(shown()).toBeNull()
  vi.advanceTimersByTime(400)
  expect(shown()).toBe('Answer · R')
})

test('they go when the pointer moves on, at a key, and when the button is pressed', () => {
  for (const end of [
    () => point('two'),
    () => document.dispatchEvent(new Event('keydown')),
    () => document.dispatchEvent(new Event('pointerdown')),
  ]) {
    point('one')
    vi.advanceTimersByTime(400)
    expect(shown()).toBe('Answer · R')
    end()
    expect(shown()).toBeNull()
  }
})

test('a finger sees none, and none is shown for a button that went meanwhile', () => {
  point('one', 'touch')
  vi.advanceTimersByTime(400)
  expect(shown()).toBeNull()
  point('one')
  document.getElementById('one')?.remove()
  vi.advanceTimersByTime(400)
  expect(shown()).toBeNull()
})

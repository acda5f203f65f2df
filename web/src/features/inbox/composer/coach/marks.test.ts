import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { findingAt, light, marks, questionBegins, showPlaces } from './marks'
import type { Place } from './shown'

const text = 'We apologise for any inconvenience caused.'
const place = (words: string, look: Place['look'] = 'fix', id = words): Place => {
  const from = text.indexOf(words)
  return { id, look, from, to: from + words.length }
}

let state: EditorState
const begin = () => {
  state = EditorState.create({ doc: text, extensions: [marks] })
}
const change = (from: number, to: number, insert: string) => {
  state = state.update({ changes: { from, to, insert } }).state
}
const ask = (question: number) => {
  state = state.update({ effects: questionBegins.of(question) }).state
}
const answerTo = (question: number, ...places: Place[]) => {
  state = state.update({ effects: showPlaces.of({ question, places }) }).state
}
const answer = (...places: Place[]) => {
  ask(1)
  answerTo(1, ...places)
}
const marked = () =>
  state.field(marks).places.map(({ from, to }) => state.doc.sliceString(from, to))
const drawn = () => {
  const out: string[] = []
  state.field(marks).drawn.between(0, state.doc.length, (from, to, { spec }) => {
    out.push(`${spec.class}: ${state.doc.sliceString(from, to)}`)
  })
  return out
}

test('marks stay with their words while others are written around them', () => {
  begin()
  answer(place('any inconvenience'))
  change(0, 0, 'Maya, ')
  change(state.doc.length, state.doc.length, ' Truly.')
  expect(marked()).toEqual(['any inconvenience'])
  expect(drawn()).toEqual(['rp-c-fix: any inconvenience'])
  // What is written at their edge is not theirs.
  const at = state.doc.toString().indexOf('any')
  change(at, at, 'not ')
  change(at + 'not any inconvenience'.length, at + 'not any inconvenience'.length, 's')
  expect(marked()).toEqual(['any inconvenience'])
  change(at, state.doc.length, '')
  expect(marked()).toEqual([])
})

test('an answer is about the words as they were asked about', () => {
  begin()
  ask(1)
  change(0, 'We apologise'.length, 'Sorry, we beg your pardon')
  change(0, 0, 'Maya! ')
  answerTo(1, place('any inconvenience'), place('We apologise'))
  expect(marked()).toEqual(['any inconvenience'])
  // The next question begins anew.
  ask(2)
  answerTo(2, { id: 'x', look: 'fix', from: 0, to: 4 })
  expect(marked()).toEqual(['Maya'])
})

test('an answer that waited is placed by its own question, though the next is on its way', () => {
  begin()
  ask(1)
  change(0, 0, 'Maya, ')
  ask(2)
  change(0, 0, 'Oh, ')
  answerTo(1, place('any inconvenience'))
  expect(marked()).toEqual(['any inconvenience'])
  answerTo(2, { id: 'x', look: 'fix', from: 0, to: 4 })
  expect(marked()).toEqual(['Maya'])
  // Newer words were answered already.
  answerTo(1, place('We apologise'))
  expect(marked()).toEqual(['Maya'])
})

test('each look is drawn in its way, what is lit too, and points only then', () => {
  begin()
  answer(
    place('We', 'fix', 'a'),
    place('apologise', 'consider', 'b'),
    place('for any', 'nice', 'c'),
    place('caused', 'point', 'd'),
  )
  expect(drawn()).toEqual([
    'rp-c-fix: We',
    'rp-c-consider: apologise',
    'rp-c-nice: for any',
    'rp-c-tick: y',
  ])
  state = state.update({ effects: light.of('d') }).state
  expect(drawn()).toContain('rp-c-point rp-c-lit: caused')
  state = state.update({ effects: light.of(null) }).state
  expect(drawn().join()).not.toContain('caused')
})

test('where the caret stands, the closest finding speaks', () => {
  const places = [
    place('We apologise for any', 'consider', 'wide'),
    place('apologise', 'fix', 'near'),
  ]
  expect(findingAt(places, 1)).toBe('wide')
  expect(findingAt(places, 5)).toBe('near')
  expect(findingAt(places, 40)).toBeNull()
  expect(findingAt([place('We', 'point')], 1)).toBeNull()
})

import { expect, test } from 'vitest'
import { mend, placeFindings, placeOf, shownPlace } from './place'

test('bytes become places, whatever the letters', () => {
  const query = 'café 🎉 langage:en'
  const { from, to } = placeOf(query, { begin: 11, end: 19 })
  expect(query.slice(from, to)).toBe('langage:')
})

test('offsets beyond the end, or inside of a letter, stay within the query', () => {
  expect(placeOf('é', { begin: 1, end: 9 })).toEqual({ from: 0, to: 1 })
  expect(placeOf('', { begin: 4, end: 9 })).toEqual({ from: 0, to: 0 })
})

test('a fix replaces the bytes it names', () => {
  const fix = { begin: 6, end: 14, with: 'lang:' }
  expect(mend('café langage:en', fix)).toBe('café lang:en')
  expect(mend('"café', { begin: 6, end: 6, with: '"' })).toBe('"café"')
})

test('findings come in order, errors before warnings', () => {
  const finding = { code: 'x', reason: 'm', fix: null }
  const placed = placeFindings('é a', [
    { ...finding, severity: 'warning', begin: 3, end: 4 },
    { ...finding, severity: 'warning', begin: 0, end: 2 },
    { ...finding, severity: 'error', begin: 0, end: 2 },
  ])
  expect(placed.map(({ severity, from, to }) => `${severity} ${from}-${to}`)).toEqual([
    'error 0-1',
    'warning 0-1',
    'warning 2-3',
  ])
})

test('what is missing is shown at its neighbour', () => {
  expect(shownPlace(4, { from: 4, to: 4 })).toEqual({ from: 3, to: 4 })
  expect(shownPlace(4, { from: 1, to: 1 })).toEqual({ from: 1, to: 2 })
  expect(shownPlace(4, { from: 1, to: 3 })).toEqual({ from: 1, to: 3 })
  expect(shownPlace(0, { from: 0, to: 0 })).toEqual({ from: 0, to: 0 })
})

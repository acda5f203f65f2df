import { expect, test } from 'vitest'
import { exclude, isExcluded, termOf } from './exclude'

test('a word is excluded from all of the query', () => {
  expect(exclude('acme', 'jobs')).toBe('acme -jobs')
  expect(exclude('acme OR brand', 'jobs')).toBe('(acme OR brand) -jobs')
  expect(exclude('(acme OR brand) -jobs', 'hiring')).toBe('(acme OR brand) -jobs -hiring')
  expect(exclude('(a OR b) OR (c)', 'd')).toBe('((a OR b) OR (c)) -d')
  expect(exclude('acme <<<or OR>>>', 'jobs')).toBe('acme <<<or OR>>> -jobs')
  expect(exclude('"rock OR roll"  \n', 'jobs')).toBe('"rock OR roll" -jobs')
})

test('what is no plain word is put in quotes', () => {
  expect(termOf('#acme')).toBe('#acme')
  expect(termOf('don’t')).toBe('don’t')
  expect(termOf('OR')).toBe('"OR"')
  expect(termOf('acme.com')).toBe('"acme.com"')
  expect(termOf('a "b"')).toBe('"a  b"')
})

test('it is known what is excluded already', () => {
  expect(isExcluded('acme -jobs', 'Jobs')).toBe(true)
  expect(isExcluded('acme NOT jobs', 'jobs')).toBe(true)
  expect(isExcluded('acme jobs', 'jobs')).toBe(false)
})

// @vitest-environment jsdom

import { act, renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { row } from '@/testing/samples'
import { useSelection } from './use-selection'

const rows = ['1', '2', '3', '4', '5'].map((id) => row({ id }))

test('ticks one by one, in spans, and all', () => {
  const { result } = renderHook(() => useSelection(rows))
  const ids = () => [...result.current.selected].toSorted().join('')
  act(() => result.current.toggle('2'))
  act(() => result.current.selectTo('4'))
  expect(ids()).toBe('234')
  act(() => result.current.toggle('3'))
  expect(ids()).toBe('24')
  act(() => result.current.selectTo('1'))
  expect(ids()).toBe('1234')
  act(() => result.current.selectAll())
  expect(ids()).toBe('12345')
  act(() => result.current.clearSelection())
  expect(ids()).toBe('')
  expect(result.current.selecting).toBe(false)
})

test('what left the list is no longer ticked', () => {
  const { result, rerender } = renderHook(({ shown }) => useSelection(shown), {
    initialProps: { shown: rows },
  })
  act(() => result.current.selectAll())
  rerender({ shown: rows.slice(0, 2) })
  expect([...result.current.selected]).toEqual(['1', '2'])
})

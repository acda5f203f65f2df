// @vitest-environment jsdom

import { renderHook } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useSession } from './use-session'

const open = () => renderHook(({ id }) => useSession(id), { initialProps: { id: 'new' } })

test('what was begun as new stays the same form when it gets its address', () => {
  const { result, rerender } = open()
  const { key } = result.current
  result.current.made('7')
  rerender({ id: '7' })
  expect(result.current).toMatchObject({ isNew: true, key })
})

test('whoever comes back to it from another article opens what the server has', () => {
  const { result, rerender } = open()
  result.current.made('7')
  rerender({ id: '7' })
  rerender({ id: '9' })
  expect(result.current).toMatchObject({ isNew: false, key: '9' })
  rerender({ id: '7' })
  expect(result.current).toMatchObject({ isNew: false, key: '7' })
})

test('the next new one begins with an empty form', () => {
  const { result, rerender } = open()
  const { key } = result.current
  result.current.made('7')
  rerender({ id: '7' })
  rerender({ id: 'new' })
  expect(result.current.isNew).toBe(true)
  expect(result.current.key).not.toBe(key)
})

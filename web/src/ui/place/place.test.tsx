// @vitest-environment jsdom

import { render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { Place } from './place'

test('where one is stays in sight when a number takes room before it', () => {
  let grow = () => {}
  const watched: Element[] = []
  vi.stubGlobal(
    'ResizeObserver',
    class {
      constructor(run: () => void) {
        grow = run
      }
      observe = (element: Element) => watched.push(element)
      disconnect() {}
    },
  )
  const links = (
    <>
      <a href="/one">One</a>
      <a href="/two" data-status="active">
        Two
      </a>
    </>
  )
  render(
    <Place name="Both" links={links} title="Two">
      -
    </Place>,
  )
  const nav = screen.getByRole('navigation')
  const here = screen.getByRole('link', { name: 'Two' })
  expect(watched).toEqual([...nav.children])
  nav.getBoundingClientRect = () => new DOMRect(0, 0, 390, 44)
  here.getBoundingClientRect = () => new DOMRect(340, 0, 90, 44)
  grow()
  expect(nav.scrollLeft).toBe(190)
  vi.unstubAllGlobals()
})

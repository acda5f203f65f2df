// @vitest-environment jsdom

import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterProvider,
} from '@tanstack/react-router'
import { act, render, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { useAskedFor } from './use-asked-for'

const posts = [{ id: '5' }, { id: '6' }]

async function open(mayAnswer: boolean) {
  const answered: string[] = []
  const answer = mayAnswer ? (post: string) => void answered.push(post) : undefined
  const Thread = () => {
    useAskedFor(posts, answer)
    return null
  }
  const history = createMemoryHistory({ initialEntries: ['/?view=all'] })
  const router = createRouter({ routeTree: createRootRoute({ component: Thread }), history })
  await router.load()
  render(<RouterProvider router={router as never} />)
  const come = () => act(() => router.navigate({ to: '.', search: true, state: { answer: '6' } }))
  return { router, answered, come }
}

test('the post that was asked for is answered once, and not again on the way back', async () => {
  const { router, answered, come } = await open(true)
  await come()
  await waitFor(() => expect(answered).toEqual(['6']))
  await waitFor(() => expect(router.state.location.state.answer).toBeUndefined())
  expect(router.state.location.href).toBe('/?view=all')
  await act(() => router.navigate({ href: '/?view=other' }))
  act(() => router.history.back())
  await waitFor(() => expect(router.state.location.href).toBe('/?view=all'))
  expect(answered).toEqual(['6'])
})

test('whoever may not answer loses nothing', async () => {
  const { router, answered, come } = await open(false)
  await come()
  await new Promise((done) => setTimeout(done, 20))
  expect(router.state.location.state.answer).toBe('6')
  expect(answered).toEqual([])
})

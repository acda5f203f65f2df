// @vitest-environment jsdom

import { act, render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, expect, test, vi } from 'vitest'
import { lazily } from './lazily'

const Page = ({ name }: { name: string }) => <p>page {name}</p>
const draw = (Shown: typeof Page) =>
  render(
    <Suspense fallback={<p>coming</p>}>
      <Shown name="one" />
    </Suspense>,
  )
afterEach(() => {
  document.body.innerHTML = ''
})

test('what was fetched shows with the first drawing', async () => {
  const load = vi.fn(async () => Page)
  const page = lazily(load)
  page.fetch()
  await act(async () => {})
  draw(page.Shown as typeof Page)
  expect(screen.getByText('page one')).toBeTruthy()
  expect(screen.queryByText('coming')).toBeNull()
  expect(load).toHaveBeenCalledTimes(1)
})

test('what nobody fetched comes by itself', async () => {
  const page = lazily(async () => Page)
  await act(async () => {
    draw(page.Shown as typeof Page)
  })
  expect(await screen.findByText('page one')).toBeTruthy()
})

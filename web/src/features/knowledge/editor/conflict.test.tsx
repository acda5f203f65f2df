// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/knowledge'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { categoriesQuery } from '@/api/knowledge/categories'
import type { Article } from '@/api/knowledge/types'
import { membersQuery } from '@/api/members'
import { Conflict } from './conflict'
import { begin, writtenOf } from './written'

const theirs: Article = {
  ...begin({}),
  ...{ id: '7', title: 'Parcels', slug: 'parcels', status: 'draft', version: 2 },
  ...{ link: '', uses: 0, created_at: '', changed_at: '2026-11-26T12:00:00Z' },
  ...{ published_at: null, translations: [], category_id: '3', owner_id: '9' },
}

test('all that differs is shown, as the form says it', () => {
  const cache = new QueryClient({ defaultOptions: { queries: { staleTime: 'static' } } })
  cache.setQueryData(categoriesQuery.queryKey, { items: [{ id: '3', name: 'Sending' }] } as never)
  cache.setQueryData(membersQuery.queryKey, { items: [{ id: '9', name: 'Mia' }] } as never)
  const mine = {
    ...writtenOf(theirs),
    ...{ category_id: null, owner_id: null, review_at: '2027-03-01T12:00:00Z' },
  }
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <Conflict theirs={theirs} mine={mine} onMine={() => {}} onTheirs={() => {}} />
      </MantineProvider>
    </QueryClientProvider>,
  )
  const says = (heading: string) =>
    screen.getByRole('heading', { name: heading }).nextElementSibling?.textContent
  expect(screen.getAllByRole('heading', { level: 3 })).toHaveLength(6)
  expect(says('Category: theirs')).toBe('Sending')
  expect(says('Category: yours')).toBe('(nothing)')
  expect(says('Looked after by: theirs')).toBe('Mia')
  expect(says('Look at it again on: yours')).toMatch(/Mar.*2027|2027.*Mar/)
})

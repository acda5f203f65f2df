// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/remedies'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Remedy, RemedyPerson } from '@/api/types'
import { PersonRow } from './person-row'

function draw(more: object = {}) {
  const person = {
    ...{ person_id: '1', told: 'no', told_at: null, aside: null, said_at: '2026-11-26T09:00:00Z' },
    account: { id: '2', name: 'Maya', handle: 'maya', network: 'bluesky', avatar_url: '' },
    excerpt: 'The zip broke again.',
    ...more,
  } as unknown as RemedyPerson
  render(
    <QueryClientProvider client={new QueryClient()}>
      <MantineProvider env="test">
        <PersonRow
          remedy={{ id: '3', closed_at: null } as Remedy}
          person={person}
          mayWrite
          onAnswer={() => {}}
        />
      </MantineProvider>
    </QueryClientProvider>,
  )
  return screen.getAllByRole('button')[0]
}

test('who hears the row hears what they said and whether they were told', () => {
  const row = draw()
  expect(row).toHaveAccessibleName(/Maya/)
  expect(row).toHaveAccessibleDescription('The zip broke again. Not told yet')
})

test('… and that somebody was put aside, by whom and why', () => {
  const row = draw({ aside: { by: { name: 'Ana' }, reason: 'settled by phone' } })
  expect(row).toHaveAccessibleDescription(/The zip broke again\. .*Ana.*settled by phone/)
})

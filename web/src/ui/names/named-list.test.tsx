// @vitest-environment jsdom

import '@/i18n'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { NamedList } from './named-list'

let fails = false
function List() {
  const query = useQuery({
    queryKey: ['names'],
    queryFn: async () => {
      if (fails) throw new Error('away')
      return ['Parcels']
    },
    retry: false,
  })
  return (
    <NamedList query={query} testId="names">
      {(names) => names.map((name) => <li key={name}>{name}</li>)}
    </NamedList>
  )
}

test('what could not be read again stays as it was read last', async () => {
  const cache = new QueryClient()
  render(
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <List />
      </MantineProvider>
    </QueryClientProvider>,
  )
  await screen.findByText('Parcels')
  fails = true
  await act(() => cache.invalidateQueries())
  expect(screen.getByText('Parcels')).toBeInTheDocument()
})

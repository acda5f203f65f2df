import { QueryClient } from '@tanstack/react-query'
import { ApiError } from './http'

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The event stream says when something changed; asking again on every glance would only cost.
        staleTime: 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) =>
          count < 2 && (!(error instanceof ApiError) || error.status === 0 || error.status >= 500),
        // Loopback and intranet servers stay reachable while a laptop has no Internet.
        networkMode: 'always',
      },
      mutations: { networkMode: 'always' },
    },
  })
}

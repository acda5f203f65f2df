import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Id, NewToken, Token } from './types'

export const tokensQuery = queryOptions({
  queryKey: ['tokens'],
  queryFn: ({ signal }) => request<{ items: Token[] }>('GET', '/api/tokens', { signal }),
  select: (data) => data.items,
})

export function createToken(name: string): Promise<NewToken> {
  return request('POST', '/api/tokens', { body: { name } })
}

export function deleteToken(id: Id): Promise<void> {
  return request('DELETE', `/api/tokens/${id}`)
}

import { queryOptions } from '@tanstack/react-query'
import { request } from './http'
import type { Act, Id, PersonCard } from './types'

export const personQuery = (id: Id) =>
  queryOptions({
    queryKey: ['people', id],
    queryFn: ({ signal }) => request<PersonCard>('GET', `/api/people/${id}`, { signal }),
  })

export function follow(person: Id, account_id: Id): Promise<Act> {
  return request('POST', `/api/people/${person}/follow`, { body: { account_id } })
}

export function unfollow(person: Id, account_id: Id): Promise<Act> {
  return request('DELETE', `/api/people/${person}/follow`, { query: { account_id } })
}

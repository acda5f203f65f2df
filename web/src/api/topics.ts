import { queryOptions, useQuery } from '@tanstack/react-query'
import { request } from './http'
import type { Id, Topic, TopicSummary } from './types'

export const topicsKey = ['topics'] as const

// What posts are about, as it was learned from them.
export const topicsQuery = queryOptions({
  queryKey: [...topicsKey, 'all'],
  queryFn: ({ signal }) => request<{ items: Topic[] }>('GET', '/api/topics', { signal }),
  select: (data) => data.items,
})

// What the team calls a topic; null: it was merged or forgotten. Only asked for where there is one to
// name.
export function useTopicName(id: Id | undefined): string | null | undefined {
  const { data: topics } = useQuery({ ...topicsQuery, enabled: id !== undefined })
  return topics && (topics.find((one) => one.id === id)?.name ?? null)
}

export const topicSummaryQuery = (days: number) =>
  queryOptions({
    queryKey: [...topicsKey, 'summary', days],
    queryFn: ({ signal }) =>
      request<TopicSummary>('GET', '/api/topics/summary', { query: { days }, signal }),
  })

export const renameTopic = (id: Id, name: string) =>
  request<Topic>('PUT', `/api/topics/${id}`, { body: { name } })

// From now on what is about `id` is about `into`.
export const mergeTopic = (id: Id, into: Id) =>
  request<Topic>('POST', `/api/topics/${id}/merge`, { body: { into_id: into } })

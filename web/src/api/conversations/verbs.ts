import type { CardSaying, Saying } from '../acts'
import { request } from '../http'
import type {
  Act,
  BulkBody,
  BulkResult,
  Conversation,
  ConversationRow,
  Draft,
  Id,
  Note,
  NoteMention,
  SkipReason,
  Time,
} from '../types'

const post = <T>(id: Id, verb: string, body: unknown) =>
  request<T>('POST', `/api/conversations/${id}/${verb}`, { body })

// A given version makes the server refuse (409) when someone else's change came first.
type At = { version?: number }

export const assign = (id: Id, body: { member_id: Id | null } & At) =>
  post<Conversation>(id, 'assign', body)
export const snooze = (id: Id, body: { until: Time } & At) => post<Conversation>(id, 'snooze', body)
// What was done, for which of the workspace's reasons, and with which article.
export interface Resolution {
  resolution: string
  reason?: string
  article_id?: Id
}

export const resolve = (id: Id, body: Resolution & At) => post<Conversation>(id, 'resolve', body)
export const skip = (id: Id, body: { reason: SkipReason; detail: string } & At) =>
  post<Conversation>(id, 'skip', body)
export const reopen = (id: Id, body: At) => post<Conversation>(id, 'reopen', body)

export const addNote = (id: Id, text: string, mentions: readonly NoteMention[] = []) =>
  post<Note>(id, 'notes', { text, mentions })

export const markSeen = (id: Id) => post<void>(id, 'seen', undefined)

// At most 200 at a time.
export const rowsByIds = (ids: readonly Id[]) =>
  request<{ items: ConversationRow[] }>('GET', '/api/conversations', {
    query: { ids: ids.join(',') },
  })

export const bulkDecide = (body: BulkBody) =>
  request<{ items: BulkResult[] }>('POST', '/api/conversations/bulk', { body })

export interface Taken {
  conversation_id: Id
  decision_id: Id
}

export const undoDecisions = (items: readonly Taken[]) =>
  request<{ items: BulkResult[] }>('POST', '/api/conversations/undo', { body: { items } })

export const saveDraft = (id: Id, body: { post_id: Id } & Saying, keepalive = false) =>
  request<Draft>('PUT', `/api/conversations/${id}/draft`, { body, keepalive })
export const dropDraft = (id: Id, keepalive = false) =>
  request<void>('DELETE', `/api/conversations/${id}/draft`, { keepalive })

export const sendReply = (
  id: Id,
  body: Saying &
    CardSaying & {
      post_id: Id
      client_key: string
      seen_post_id: Id | null
      confirm: boolean
    },
) => post<Act>(id, 'replies', body)

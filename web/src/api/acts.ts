import { request } from './http'
import type { Act, Id } from './types'

// What we want to say in public, and as whom.
export interface Saying {
  text: string
  media: { attachment_id: Id; alt: string }[]
  channel_id: Id | null
  langs: string[]
}

export interface CardSaying {
  card_url: string | null
  card?: { title: string; description: string; attachment_id: Id | null }
}

export const undoAct = (id: Id) => request<Act>('POST', `/api/acts/${id}/undo`, { body: {} })
export const retryAct = (id: Id) => request<Act>('POST', `/api/acts/${id}/retry`, { body: {} })
export const dismissAct = (id: Id) => request<Act>('POST', `/api/acts/${id}/dismiss`, { body: {} })

// As which of our accounts; none: the one the post speaks to.
const as = (channel_id?: Id) => (channel_id ? { channel_id } : {})

export const likePost = (id: Id, channel?: Id) =>
  request<Act>('POST', `/api/posts/${id}/like`, { body: as(channel) })
export const unlikePost = (id: Id) => request<Act>('DELETE', `/api/posts/${id}/like`)
export const repostPost = (id: Id, channel?: Id) =>
  request<Act>('POST', `/api/posts/${id}/repost`, { body: as(channel) })
export const unrepostPost = (id: Id) => request<Act>('DELETE', `/api/posts/${id}/repost`)
export const quotePost = (id: Id, body: Saying & CardSaying & { client_key: string }) =>
  request<Act>('POST', `/api/posts/${id}/quote`, { body })
export const hidePost = (id: Id, reason: string) =>
  request<Act>('POST', `/api/posts/${id}/hide`, { body: { reason } })
export const unhidePost = (id: Id) => request<Act>('DELETE', `/api/posts/${id}/hide`)
export const deletePost = (id: Id, reason: string) =>
  request<Act>('POST', `/api/posts/${id}/delete`, { body: { reason } })

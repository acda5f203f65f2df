import { request } from './http'
import type { Act, Id } from './types'

export const undoAct = (id: Id) => request<Act>('POST', `/api/acts/${id}/undo`, { body: {} })
export const retryAct = (id: Id) => request<Act>('POST', `/api/acts/${id}/retry`, { body: {} })
export const dismissAct = (id: Id) => request<Act>('POST', `/api/acts/${id}/dismiss`, { body: {} })

export const likePost = (id: Id) => request<Act>('POST', `/api/posts/${id}/like`, { body: {} })
export const unlikePost = (id: Id) => request<Act>('DELETE', `/api/posts/${id}/like`)
export const deletePost = (id: Id, reason: string) =>
  request<Act>('POST', `/api/posts/${id}/delete`, { body: { reason } })

import { request } from '../http'
import type { Id, Proposal } from '../types'

export const proposeDraft = (id: Id, post_id: Id) =>
  request<Proposal>('POST', `/api/conversations/${id}/proposal`, { body: { post_id } })

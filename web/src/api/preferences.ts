import { request } from './http'

let last: Promise<unknown> = Promise.resolve()

// Kept one after the other, so that the last word is the last that is kept. Without a server the
// screen still knows; there is nothing to bother anybody with.
export function setPreferences(body: { first_look?: string }): Promise<void> {
  const next = last.then(() =>
    request<void>('PUT', '/api/session/preferences', { body, keepalive: true }).catch(() => {}),
  )
  last = next
  return next
}

// What the app knows about networks by name. Everything else a network can do comes from the server.

import { t } from 'i18next'

export function networkName(network: string): string {
  if (network === 'bluesky') return t('common:network.bluesky')
  if (network === 'sandbox') return t('common:network.sandbox')
  return network
}

// Where an account stands on the network's own site; null where there is no such place.
export function profileUrl(network: string, handleOrId: string): string | null {
  return network === 'bluesky' ? `https://bsky.app/profile/${encodeURIComponent(handleOrId)}` : null
}

// Only web addresses become links: a post must not be able to run anything.
export function safeUrl(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null
}

// What the app knows about networks by name. Everything else a network can do comes from the server.

import { t } from 'i18next'

export function networkName(network: string): string {
  if (network === 'bluesky') return t('common:network.bluesky')
  if (network === 'mastodon') return t('common:network.mastodon')
  if (network === 'feed') return t('common:network.feed')
  if (network === 'sandbox') return t('common:network.sandbox')
  return network
}

// What comes from here is read and not answered: there is nobody to like, follow or mute.
export function isReadOnly(network: string): boolean {
  return network === 'feed'
}

// A handle as it is written there; that of a feed is its site.
export function sayHandle(network: string, handle: string): string {
  return network === 'feed' ? handle : `@${handle}`
}

// Where an account that a text names stands on the network's own site; null where there is no such
// place. `shown` is the name as the text has it: "@name@host" says where it is at home.
export function profileUrl(network: string, id: string, shown: string): string | null {
  if (network === 'bluesky') return `https://bsky.app/profile/${encodeURIComponent(id)}`
  if (network !== 'mastodon') return null
  const [name, host] = shown.replace(/^@/, '').split('@')
  return name && host ? safeUrl(`https://${encodeURI(host)}/@${encodeURIComponent(name)}`) : null
}

// Only web addresses become links: a post must not be able to run anything.
export function safeUrl(url: string | null): string | null {
  return url && /^https?:\/\//i.test(url) ? url : null
}

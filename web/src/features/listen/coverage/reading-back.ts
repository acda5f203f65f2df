// A stream is shared by all accounts of its network; what it missed is read back through one of them.

import type { Backfill, ListeningSource } from '@/api/listening/types'
import type { Channel, Id } from '@/api/types'

type Of = Pick<Channel, 'id' | 'network' | 'state'>
type Source = Pick<ListeningSource, 'channel_id' | 'network' | 'can_backfill'>

// The account that a gap of the source can be read through; null where there is none.
export function readsBack(
  { channel_id, network, can_backfill }: Source,
  channels: readonly Of[],
): Id | null {
  if (!can_backfill) return null
  const able = channels.filter(
    ({ id, state }) => state === 'connected' && (channel_id === null || id === channel_id),
  )
  return able.find((channel) => channel.network === network)?.id ?? null
}

// What of the source is, or was, read back.
export function backfillsOf(
  { channel_id, network, can_backfill }: Source,
  backfills: readonly Backfill[],
  channels: readonly Of[],
): Backfill[] {
  if (!can_backfill) return []
  if (channel_id !== null) return backfills.filter((one) => one.channel_id === channel_id)
  const networks = new Map(channels.map((channel) => [channel.id, channel.network]))
  return backfills.filter((one) => networks.get(one.channel_id) === network)
}

import type { Conversation, Id, Post, Speaker } from '@/api/types'

// Who of ours speaks: the chosen one, else the one they spoke to, else the one that hears this
// conversation.
export function speakerFor(
  conversation: Conversation,
  chosen: Id | null | undefined,
  to: Post | undefined,
): Speaker {
  const { speakers, channel } = conversation
  const find = (id: Id | null | undefined) => speakers.find((one) => one.channel_id === id)
  return (
    find(chosen) ??
    find(to?.to_channel_id) ??
    find(channel.id) ?? {
      channel_id: channel.id,
      handle: channel.handle,
      name: channel.handle,
      avatar_url: null,
      state: channel.state,
      limits: channel.limits,
    }
  )
}

import type { Saying } from '@/api/acts'
import type { Id } from '@/api/types'
import type { DraftText } from './draft-keeper'

// A draft as the server takes it.
export function sayingOf(draft: DraftText): { post_id: Id } & Saying {
  return {
    post_id: draft.post_id,
    text: draft.text,
    media: (draft.media ?? []).map(({ attachment_id, alt }) => ({ attachment_id, alt })),
    channel_id: draft.channel_id ?? null,
    langs: [...(draft.langs ?? [])],
  }
}

import type { Taken } from '@/api/conversations/verbs'
import type { Conversation, ConversationRow, Id } from '@/api/types'

// What a decision of `me` added to the history of a conversation: nothing where all stood so
// already, or the way back would lead over something older.
export function added(before: ConversationRow, after: Conversation | null, me: Id): Taken[] {
  const [last] = after?.history ?? []
  if (!after || !last || after.version === before.version) return []
  if (last.by?.id !== me || last.kind === 'undo') return []
  return [{ conversation_id: after.id, decision_id: last.id }]
}

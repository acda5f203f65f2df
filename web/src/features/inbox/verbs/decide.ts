// A decision about a conversation shows at once and is taken back if the server refuses it. Decisions
// about one conversation go out one after the other; others do not wait for them.

import type { QueryClient } from '@tanstack/react-query'
import { findRow, keepConversation, patchConversation } from '@/api/conversations/cache'
import { conversationQuery } from '@/api/conversations/queries'
import { ApiError, request } from '@/api/http'
import type { Conversation, ConversationRow, Id } from '@/api/types'
import { sayFailure } from '@/ui/toast'

interface Decision {
  patch: Partial<ConversationRow>
  call: (version: number) => Promise<Conversation>
}

// Resolves to the conversation as the server answered; to nothing if it refused, which has been told
// to the member already.
export async function decide(
  cache: QueryClient,
  id: Id,
  decision: Decision,
): Promise<Conversation | null> {
  const before = findRow(cache, id)
  const mutation = cache.getMutationCache().build(cache, {
    mutationKey: ['conversation', id],
    scope: { id: `conversation-${id}` },
    networkMode: 'always',
    onMutate: async () => {
      patchConversation(cache, id, decision.patch)
      // A fetch already under way would put the old state back.
      await cache.cancelQueries({ queryKey: conversationQuery(id).queryKey })
    },
    mutationFn: async () => {
      const answer = await callAgainIfNothingNew(cache, id, before, decision.call)
      keepConversation(cache, answer)
      return answer
    },
  })
  try {
    return await mutation.execute(undefined)
  } catch (error) {
    if (before) patchConversation(cache, id, pick(before, decision.patch))
    void cache.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
    sayFailure(error)
    return null
  }
}

// A version also goes up by what this decision does not depend on (a note, a like). Only a change
// the member has not seen, a new post or another's decision, is worth refusing for.
async function callAgainIfNothingNew(
  cache: QueryClient,
  id: Id,
  seen: ConversationRow | undefined,
  call: Decision['call'],
): Promise<Conversation> {
  const version = findRow(cache, id)?.version ?? seen?.version ?? 0
  try {
    return await call(version)
  } catch (error) {
    if (!(error instanceof ApiError) || error.kind !== 'conflict' || !seen) throw error
    const fresh = await request<Conversation>('GET', `/api/conversations/${id}`)
    if (fresh.posts !== seen.posts || fresh.state !== seen.state) throw error
    return call(fresh.version)
  }
}

function pick(row: ConversationRow, patch: Partial<ConversationRow>): Partial<ConversationRow> {
  return Object.fromEntries(
    Object.keys(patch).map((key) => [key, row[key as keyof ConversationRow]]),
  )
}

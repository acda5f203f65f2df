// Turns what the server announces into fresh data on screen.
//
// Announcements are gathered for a moment: a first connect files hundreds of posts within seconds,
// and one question a conversation would drown the server and the screen.

import type { QueryClient } from '@tanstack/react-query'
import { channelsQuery } from '../channels'
import { keepConversation } from '../conversations/cache'
import { conversationQuery, listsKey, threadQuery } from '../conversations/queries'
import { countsQuery } from '../counts'
import { request } from '../http'
import { personQuery } from '../people'
import type { Conversation, Id } from '../types'
import type { LiveEvent } from './stream-environment'

const gatherFor = 250
const tooMany = 15

interface ConversationChanged {
  conversation_id: Id
  version: number
  reason: 'post' | 'state' | 'owner' | 'note' | 'act' | 'edit' | 'delete'
}

export class EventApplier {
  private readonly changed = new Map<Id, ConversationChanged>()
  private readonly threads = new Set<Id>()
  private counts = false
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(private readonly cache: QueryClient) {}

  apply(event: LiveEvent): void {
    switch (event.type) {
      case 'conversation': {
        const change = event.data as ConversationChanged
        this.changed.set(change.conversation_id, change)
        if (['post', 'act', 'edit', 'delete'].includes(change.reason)) {
          this.threads.add(change.conversation_id)
        }
        break
      }
      case 'act': {
        const { conversation_id } = event.data as { conversation_id: Id | null }
        if (conversation_id) {
          this.changed.set(conversation_id, { conversation_id, version: 0, reason: 'act' })
          this.threads.add(conversation_id)
        }
        break
      }
      case 'counts':
        this.counts = true
        break
      case 'channel':
        void this.cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
        break
      case 'person': {
        const { person_id } = event.data as { person_id: Id }
        void this.cache.invalidateQueries({ queryKey: personQuery(person_id).queryKey })
        break
      }
      case 'reset':
        void this.cache.invalidateQueries()
        break
    }
    this.timer ??= setTimeout(() => void this.flush(), gatherFor)
  }

  private async flush(): Promise<void> {
    this.timer = null
    const changed = [...this.changed.keys()]
    const threads = [...this.threads]
    this.changed.clear()
    this.threads.clear()
    if (this.counts || changed.length > 0) {
      this.counts = false
      void this.cache.invalidateQueries({ queryKey: countsQuery.queryKey })
    }
    for (const id of threads) {
      void this.cache.invalidateQueries({ queryKey: threadQuery(id).queryKey })
    }
    if (changed.length > tooMany) {
      void this.cache.invalidateQueries({ queryKey: listsKey })
      for (const id of changed) {
        void this.cache.invalidateQueries({ queryKey: conversationQuery(id).queryKey })
      }
    } else {
      await Promise.all(changed.map((id) => this.refresh(id)))
    }
  }

  private async refresh(id: Id): Promise<void> {
    try {
      const fresh = await request<Conversation>('GET', `/api/conversations/${id}`)
      // What someone here just decided is shown already; the answer to it is fresher than this.
      if (this.cache.isMutating({ mutationKey: ['conversation', id] }) > 0) return
      keepConversation(this.cache, fresh)
    } catch {
      // Gone or out of reach: the lists say so when they are asked next.
      void this.cache.invalidateQueries({ queryKey: listsKey, refetchType: 'none' })
    }
  }
}

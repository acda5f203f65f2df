// Turns what the server announces into fresh data on screen.
//
// Announcements are gathered for a moment: a first connect files hundreds of posts within seconds,
// and one question a conversation would drown the server and the screen. Only what is on screen is
// asked for: asking for a conversation makes the server read it again on its network. What else
// changed is read as rows, all in one small question, and put where it now belongs.

import type { InfiniteData, Query, QueryClient } from '@tanstack/react-query'
import { channelsQuery } from '../channels'
import { forgetRows, keepConversation, keepRows, type Pages } from '../conversations/cache'
import { conversationQuery, listsKey, threadQuery, threadsKey } from '../conversations/queries'
import { rowsByIds } from '../conversations/verbs'
import { countsQuery } from '../counts'
import { request } from '../http'
import { articlesKey, gapsKey } from '../knowledge/keys'
import { alertsKey, coverageKey, monitorListKey, monitorsKey, newestKey } from '../listening/keys'
import { membersQuery } from '../members'
import { personQuery } from '../people'
import { presenceQuery } from '../presence'
import { reasonsKey } from '../reasons'
import { sessionQuery } from '../session'
import { tagsQuery } from '../tags'
import { topicsKey } from '../topics'
import type { Conversation, Id, Page, Post, Presence } from '../types'
import { viewsQuery } from '../views'
import type { LiveEvent } from './stream-environment'
import { Throttle } from './throttle'

const gatherFor = 250
// More than this at once is the arrival of a whole account: the lists are read anew instead.
const mostRows = 200
// A list may be many pages long, and on a busy desk something changes all the time: whoever has
// scrolled far waits a little longer for what is new, instead of reading all of it all the time.
const betweenLists = 1_000
const betweenPages = 100
// A monitor may hear several posts a second. Whether there is something new is one small page; what
// sums all of it up is dear, and a number more or less changes little.
const betweenNewest = 3_000
const betweenSums = 30_000

interface ConversationChanged {
  conversation_id: Id
  version: number
  reason: 'post' | 'state' | 'owner' | 'note' | 'tags' | 'act' | 'edit' | 'delete' | 'reading'
}

export interface Mentioned {
  member_id: Id
  conversation_id: Id
  by: string
}

export class EventApplier {
  private readonly changed = new Map<Id, ConversationChanged>()
  private readonly threads = new Set<Id>()
  // Somebody corrected a reading.
  private summaries = false
  private counts = false
  private everyRow = false
  private joined = false
  private listsDue = false
  private listsRun = false
  private timer: ReturnType<typeof setTimeout> | null = null
  private readonly newest = new Throttle(
    () => void this.cache.invalidateQueries({ queryKey: newestKey }),
    betweenLists,
  )
  private readonly sums = new Throttle(
    () =>
      void this.cache.invalidateQueries({
        queryKey: monitorsKey,
        predicate: ({ queryKey }) => queryKey[monitorsKey.length] !== newestKey.at(-1),
      }),
    betweenLists,
  )

  constructor(
    private readonly cache: QueryClient,
    // Somebody named the signed-in member in a note.
    private readonly onMentioned: (mention: Mentioned) => void = () => {},
  ) {}

  apply(event: LiveEvent): void {
    switch (event.type) {
      case 'conversation': {
        const change = event.data as ConversationChanged
        this.changed.set(change.conversation_id, change)
        if (['post', 'act', 'edit', 'delete', 'reading'].includes(change.reason)) {
          this.threads.add(change.conversation_id)
        }
        if (change.reason === 'reading') this.summaries = true
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
        void this.cache.invalidateQueries({ queryKey: coverageKey })
        break
      case 'person': {
        const { person_id } = event.data as { person_id: Id }
        void this.cache.invalidateQueries({ queryKey: personQuery(person_id).queryKey })
        // Their posts say whether they are heard, and how their account stands.
        void this.cache.invalidateQueries({
          queryKey: threadsKey,
          predicate: ({ state }) => speaksIn(state.data as InfiniteData<Page<Post>>, person_id),
        })
        break
      }
      case 'team':
        // Who is here, what each may do, and whose work is nobody's now.
        for (const queryKey of [
          sessionQuery.queryKey,
          membersQuery.queryKey,
          ['workspaces'],
          ['invitations'],
        ]) {
          void this.cache.invalidateQueries({ queryKey })
        }
        this.counts = true
        void this.refreshLists()
        break
      case 'tags':
        void this.cache.invalidateQueries({ queryKey: tagsQuery.queryKey })
        this.everyRow = true
        break
      case 'views':
        void this.cache.invalidateQueries({ queryKey: viewsQuery.queryKey })
        break
      // The reasons and topics of the team, or what it taught the engine: what is shown may be read otherwise now.
      case 'reading':
        for (const queryKey of [reasonsKey, topicsKey, ['learning']]) {
          void this.cache.invalidateQueries({ queryKey })
        }
        void this.cache.invalidateQueries({
          queryKey: threadsKey,
          predicate: ({ queryKey }) => !this.isCorrecting(String(queryKey[threadsKey.length])),
        })
        this.everyRow = true
        break
      case 'mention': {
        const mention = event.data as Mentioned
        const me = this.cache.getQueryData(sessionQuery.queryKey)?.member?.id
        if (mention.member_id === me) {
          this.onMentioned(mention)
          // Its place among the mentions only the server knows.
          const mine = ({ queryKey }: Query) =>
            (queryKey[2] as { view?: string } | undefined)?.view === 'mentions'
          void this.cache.invalidateQueries({ queryKey: listsKey, predicate: mine })
        }
        break
      }
      case 'monitor':
        this.newest.ask(betweenNewest)
        // Somebody waits for a monitor that looks through earlier posts, and it is soon done.
        this.sums.ask(this.isCatchingUp() ? betweenNewest : betweenSums)
        return
      case 'article':
        void this.cache.invalidateQueries({ queryKey: articlesKey })
        void this.cache.invalidateQueries({ queryKey: gapsKey })
        break
      case 'alert':
        void this.cache.invalidateQueries({ queryKey: alertsKey })
        return
      case 'presence':
        this.keepPresence(event.data as Presence)
        return
      case 'joined':
        this.joined = true
        break
      case 'reset':
        void this.cache.invalidateQueries()
        break
    }
    this.timer ??= setTimeout(() => this.flush(), gatherFor)
  }

  private flush(): void {
    this.timer = null
    const changed = [...this.changed.keys()]
    const threads = [...this.threads]
    this.changed.clear()
    this.threads.clear()
    if (this.counts || changed.length > 0) {
      this.counts = false
      for (const { queryKey } of [countsQuery, viewsQuery, tagsQuery]) {
        void this.cache.invalidateQueries({ queryKey })
      }
    }
    for (const id of threads) {
      if (!this.isCorrecting(id)) {
        void this.cache.invalidateQueries({ queryKey: threadQuery(id).queryKey })
      }
    }
    if (this.summaries) {
      this.summaries = false
      for (const queryKey of [reasonsKey, topicsKey, ['learning']]) {
        void this.cache.invalidateQueries({ queryKey })
      }
    }
    const onScreen = changed.filter((id) => this.isOnScreen(id))
    const others = changed.filter((id) => !onScreen.includes(id))
    if (this.everyRow || others.length > mostRows) {
      this.everyRow = false
      void this.refreshLists()
    } else if (others.length > 0) {
      void this.refreshRows(others)
    }
    for (const id of changed) {
      if (onScreen.includes(id)) void this.refresh(id)
      else
        void this.cache.invalidateQueries({
          queryKey: conversationQuery(id).queryKey,
          refetchType: 'none',
        })
    }
    if (this.joined) this.readAgain()
  }

  private isOnScreen(id: Id): boolean {
    const { queryKey } = conversationQuery(id)
    return this.cache.getQueryCache().find({ queryKey })?.isActive() ?? false
  }

  private isCatchingUp(): boolean {
    const known = this.cache.getQueryData<{ items: { catching_up: boolean }[] }>(monitorListKey)
    return known?.items.some((one) => one.catching_up) ?? false
  }

  private async refreshRows(ids: readonly Id[]): Promise<void> {
    try {
      const { items } = await rowsByIds(ids)
      const found = new Set(items.map((row) => row.id))
      forgetRows(
        this.cache,
        ids.filter((id) => !found.has(id)),
      )
      // What someone here has just decided is shown already, and answered by something fresher.
      keepRows(
        this.cache,
        items.filter((row) => !this.isDeciding(row.id)),
      )
    } catch {
      void this.cache.invalidateQueries({ queryKey: listsKey, refetchType: 'none' })
    }
  }

  private isDeciding(id: Id): boolean {
    const cache = this.cache
    return (
      cache.isMutating({ mutationKey: ['conversation', id] }) > 0 ||
      cache.isMutating({ mutationKey: ['conversation', 'many'] }) > 0
    )
  }

  // What someone here is just saying of a reading would be lost: the thread is read once it is said.
  private isCorrecting(conversation: Id): boolean {
    return this.cache.isMutating({ mutationKey: ['reading', conversation] }) > 0
  }

  private keepPresence(presence: Presence): void {
    this.cache.setQueryData(presenceQuery.queryKey, (known) => ({
      items: [
        ...(known?.items ?? []).filter((one) => one.conversation_id !== presence.conversation_id),
        ...(presence.members.length > 0 ? [presence] : []),
      ],
    }))
  }

  // One run at a time, so that a slow answer is never thrown away for the next question.
  private async refreshLists(): Promise<void> {
    this.listsDue = true
    if (this.listsRun) return
    this.listsRun = true
    while (this.listsDue) {
      // The server's list would still show what someone here has just decided otherwise.
      while (this.cache.isMutating({ mutationKey: ['conversation'] }) > 0) await pause(gatherFor)
      this.listsDue = false
      await this.cache.invalidateQueries({ queryKey: listsKey })
      await pause(Math.max(betweenLists, this.listPages() * betweenPages))
    }
    this.listsRun = false
  }

  // How many pages of lists are on screen, and so are read again.
  private listPages(): number {
    return this.cache
      .getQueryCache()
      .findAll({ queryKey: listsKey, type: 'active' })
      .reduce((sum, { state }) => sum + ((state.data as Pages | undefined)?.pages.length ?? 0), 0)
  }

  // The stream began after the page had begun to read: what lies between, neither has told us.
  private readAgain(): void {
    this.joined = false
    const predicate = ({ queryKey }: Query) =>
      ['conversations', 'counts', 'channels', 'listening', 'tags', 'views', 'presence'].includes(
        String(queryKey[0]),
      )
    // A first answer under way is not asked for anew by invalidating it.
    for (const query of this.cache
      .getQueryCache()
      .findAll({ fetchStatus: 'fetching', predicate })) {
      if (query.state.data !== undefined) continue
      const again = () => this.cache.invalidateQueries({ queryKey: query.queryKey, exact: true })
      query.promise?.then(again, () => {})
    }
    void this.cache.invalidateQueries({ predicate })
  }

  private async refresh(id: Id): Promise<void> {
    try {
      const fresh = await request<Conversation>('GET', `/api/conversations/${id}`)
      // What someone here just decided is shown already; the answer to it is fresher than this.
      if (this.isDeciding(id)) return
      keepConversation(this.cache, fresh)
    } catch {
      // Gone or out of reach: the lists say so when they are asked next.
      void this.cache.invalidateQueries({ queryKey: listsKey, refetchType: 'none' })
    }
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

const speaksIn = (thread: InfiniteData<Page<Post>> | undefined, person: Id) =>
  thread?.pages.some((page) => page.items.some((post) => post.author.person_id === person)) ?? false

// An invented brand's world in memory, with the rules of the contract, enough to develop every screen.
// The real rules live in the server; nothing here ships.

import { belongs, compareRows, type ListFilter } from '../src/api/conversations/view.ts'
import type {
  AccountRef,
  Act,
  Channel,
  Conversation,
  ConversationRow,
  Counts,
  Decision,
  Draft,
  Entity,
  Member,
  Note,
  PersonCard,
  Post,
  State,
  Tag,
  TagRef,
  Token,
} from '../src/api/types.ts'
import { gistOf, Readings } from './readings.ts'
import { answers, openings, people, replies } from './words.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly kind: string,
    message: string,
    readonly more: Record<string, unknown> = {},
  ) {
    super(message)
  }
}

interface Held {
  row: ConversationRow
  posts: Post[]
  notes: Note[]
  history: Decision[]
  draft: Draft | null
}

type Say = (event: string, data: unknown) => void

const tags: TagRef[] = [
  { id: '901', name: 'Delivery', color: 'blue' },
  { id: '902', name: 'Praise', color: 'green' },
  { id: '903', name: 'Refund', color: 'red' },
]

export class World {
  readonly members: Member[] = [
    { id: '1', name: 'Ines Halvorsen', email: 'ines@northwind.example', role: 'owner', me: true },
    { id: '2', name: 'Jonas Abiola', email: 'jonas@northwind.example', role: 'agent', me: false },
    { id: '3', name: 'Saskia Moreau', email: 'saskia@northwind.example', role: 'agent', me: false },
  ]
  readonly us: AccountRef = account('900', 'Northwind Tea & Coffee', 'northwind.example', true)
  readonly channels: Channel[]
  readonly held = new Map<string, Held>()
  readonly acts = new Map<string, Act>()
  readonly readings = new Readings()
  tokens: Token[] = [
    {
      id: '51',
      name: 'Till receipt printer',
      created_at: ago(40 * day),
      last_used_at: ago(3 * hour),
    },
  ]
  readonly followed = new Map<string, 'no' | 'pending' | 'yes'>()
  private next = 10_000_000
  private random = seeded(7)

  constructor(
    rows: number,
    private say: Say = () => {},
  ) {
    this.channels = [sandboxChannel(this.us), blueskyChannel()]
    for (let i = 0; i < rows; i++) this.invent(i, rows)
  }

  listen(say: Say) {
    this.say = say
  }

  private id() {
    return String(++this.next)
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.random() * list.length)] as T
  }

  private invent(i: number, rows: number) {
    const state: State =
      i < 24 || this.random() < 0.2
        ? 'open'
        : this.pick(['waiting', 'waiting', 'resolved', 'resolved', 'snoozed', 'skipped'])
    const [text, lang] = openings[i % openings.length] as [string, string]
    const author = this.person(i % people.length)
    const started = (i + 0.4) * (rows > 1000 ? 4 * minute : 47 * minute)
    const posts: Post[] = [this.post(null, author, text, lang, started)]
    const first = posts[0] as Post
    if (i % 16 === 5) first.media = [picture()]
    if (i % 16 === 2) first.media = [linkCard()]
    if (i % 16 === 14)
      first.quoted = {
        native_id: 'at://x',
        author: 'Northwind Tea & Coffee',
        text: 'All our pillow bags are plastic free since spring. Same tea, better bag.',
        entities: [],
        state: 'shown',
      }
    const extra = i === 3 ? 300 : Math.floor(this.random() * this.random() * 9)
    for (let k = 0; k < extra; k++) {
      const parent = this.random() < 0.45 ? first : this.pick(posts)
      const by =
        this.random() < 0.2 ? this.us : this.person(Math.floor(this.random() * people.length))
      const words = by.ours ? this.pick(answers) : this.pick(replies)
      const at = started * (1 - (k + 1) / (extra + 1.5))
      const post = this.post(parent, by, words, 'en', at)
      if (this.random() < 0.05)
        Object.assign(post, { text: '', entities: [], deleted_at: ago(at / 2) })
      else if (this.random() < 0.08) post.edited_at = ago(at / 2)
      posts.push(post)
    }
    const last = posts.at(-1) as Post
    if (state !== 'open' && !posts.some((p) => p.author.ours)) {
      posts.push(this.post(first, this.us, this.pick(answers), 'en', started * 0.2))
    }
    const waits =
      state === 'open'
        ? posts.filter((p) => !p.author.ours && !p.deleted_at).slice(extra > 3 ? -2 : -1)
        : []
    for (const post of waits) post.waits = true
    if (state === 'resolved' && this.random() < 0.3) for (const p of posts) p.before_rapport = true
    const id = this.id()
    const owner =
      this.random() < 0.3 ? this.members[0] : this.random() < 0.3 ? this.pick(this.members) : null
    const shown = waits[0] ?? last
    this.held.set(id, {
      posts,
      notes:
        i % 9 === 0
          ? [
              {
                id: this.id(),
                by: ref(this.members[1] as Member),
                text: 'I know her from the shop; she is patient, but this is the second flask.',
                mentions: [],
                created_at: ago(started * 0.3),
              },
            ]
          : [],
      history: owner
        ? [
            {
              id: this.id(),
              at: ago(started * 0.5),
              by: ref(this.members[1] as Member),
              kind: 'assign',
              detail: owner.name,
              until: null,
              skip_reason: null,
              reason: null,
              article: null,
            },
          ]
        : [],
      draft: null,
      row: {
        id,
        state,
        version: 1,
        channel_id: '71',
        network: 'sandbox',
        owner: owner ? ref(owner) : null,
        waiting_since: waits[0]?.created_at ?? null,
        snoozed_until: state === 'snoozed' ? ago(-this.random() * 3 * day) : null,
        lead: shown.author,
        excerpt: shown.text || text,
        excerpt_labels: shown.labels,
        excerpt_post_id: shown.id,
        last_post_at: last.created_at,
        posts: posts.length,
        people: new Set(posts.map((p) => p.author.id)).size,
        before_rapport: posts.every((p) => p.before_rapport),
        reading: null,
        tags: tags.filter((_, at) => (i + at) % (at + 3) === 0),
        mentioned: false,
        draft: false,
        sending: 0,
        failed: 0,
        resolution: state === 'resolved' && this.random() < 0.4 ? 'New seal sent' : null,
        resolved_for: null,
        resolved_with: null,
        in_public: null,
        skip_reason:
          state === 'skipped'
            ? this.pick(['spam', 'not_for_us', 'no_answer_needed'] as const)
            : null,
      },
    })
  }

  private person(n: number): AccountRef {
    const [name, handle] = people[n] as [string, string, string]
    return account(String(100 + n), name, handle, false)
  }

  private post(
    parent: Post | null,
    author: AccountRef,
    text: string,
    lang: string,
    agoMs: number,
  ): Post {
    return {
      id: this.id(),
      parent_id: parent?.id ?? null,
      author,
      kind: parent ? 'reply' : 'post',
      text,
      langs: [lang],
      entities: entities(text),
      media: [],
      quoted: null,
      url: author.network === 'sandbox' ? null : 'https://bsky.app/profile/northwind.example',
      created_at: ago(agoMs),
      heard_at: ago(agoMs - 2000),
      edited_at: null,
      deleted_at: null,
      likes: Math.floor(this.random() * this.random() * 30),
      reposts: Math.floor(this.random() * this.random() * 6),
      replies: 0,
      liked: this.random() < 0.1 ? 'yes' : 'no',
      can_hide: false,
      hiding: false,
      hidden: null,
      reposted: 'no',
      labels: [],
      to_channel_id: null,
      waits: false,
      before_rapport: false,
      reading: null,
    }
  }

  tags(): Tag[] {
    const rows = [...this.held.values()].map((h) => h.row)
    return tags.map((tag) => {
      const of = (state: State) =>
        rows.filter((r) => r.state === state && r.tags.some((one) => one.id === tag.id)).length
      return {
        ...tag,
        open: of('open'),
        waiting: of('waiting'),
        snoozed: of('snoozed'),
        resolved: of('resolved'),
        skipped: of('skipped'),
      }
    })
  }

  counts(): Counts {
    const rows = [...this.held.values()].map((h) => h.row)
    const of = (state: State) => rows.filter((r) => r.state === state).length
    const open = rows.filter((r) => r.state === 'open')
    return {
      open: open.length,
      waiting: of('waiting'),
      snoozed: of('snoozed'),
      resolved: of('resolved'),
      skipped: of('skipped'),
      mine: open.filter((r) => r.owner?.id === '1').length,
      unassigned: open.filter((r) => !r.owner).length,
      mentions: 0,
    }
  }

  list(query: URLSearchParams) {
    const ids = query.get('ids')
    if (ids !== null) {
      const asked = new Set(ids.split(','))
      const items = [...this.held.values()]
        .map((h) => this.rowOf(h))
        .filter((row) => asked.has(row.id))
      return { items, next_cursor: null }
    }
    const state = query.get('state') ?? 'open'
    const owner = query.get('owner')
    const channel = query.get('channel')
    const tag = query.get('tag')
    const q = query.get('q')?.toLowerCase()
    const limit = Number(query.get('limit') ?? 50)
    const from = Number(query.get('cursor') ?? 0)
    let rows = [...this.held.values()]
      .filter((h) => state === 'all' || h.row.state === state)
      .filter(
        (h) =>
          !owner ||
          (owner === 'nobody' ? !h.row.owner : h.row.owner?.id === (owner === 'me' ? '1' : owner)),
      )
      .filter((h) => !channel || h.row.channel_id === channel)
      .filter((h) => !tag || h.row.tags.some((one) => one.id === tag))
      .filter(
        (h) => !q || h.posts.some((p) => `${p.text} ${p.author.name}`.toLowerCase().includes(q)),
      )
      .map((h) => this.rowOf(h))
    const asked = Object.fromEntries(query) as unknown as ListFilter
    const reads: ListFilter = { ...asked, view: 'all', owner: undefined, q: undefined }
    rows = rows.filter((row) => belongs(row, reads, '1'))
    if (query.get('order') === 'priority') {
      const items = rows.sort(compareRows({ view: 'open' })).slice(0, 100)
      return { items, next_cursor: null }
    }
    rows =
      state === 'open' && !q
        ? rows.sort(
            (a, b) =>
              (a.waiting_since ?? '').localeCompare(b.waiting_since ?? '') ||
              a.id.localeCompare(b.id),
          )
        : rows.sort(
            (a, b) => b.last_post_at.localeCompare(a.last_post_at) || b.id.localeCompare(a.id),
          )
    const items = rows.slice(from, from + limit)
    return { items, next_cursor: from + limit < rows.length ? String(from + limit) : null }
  }

  rowOf(held: Held): ConversationRow {
    const shown = held.posts.find((post) => post.id === held.row.excerpt_post_id)
    return { ...held.row, reading: shown ? gistOf(this.readings.of(shown)) : null }
  }

  textOf(post: string): string {
    const all = [...this.held.values()].flatMap(({ posts }) => posts)
    return all.find(({ id }) => id === post)?.text ?? ''
  }

  heard() {
    return [...this.held.values()].flatMap(({ row, posts }) =>
      posts.map((post) => ({ post, conversation: row.id })),
    )
  }

  readAgain(id: string) {
    const found = this.heard().find(({ post }) => post.id === id)
    if (!found) throw new Refused(404, 'not_found', 'This post is not here any more.')
    this.tell(found.conversation, 'reading')
    return this.readings.of(found.post)
  }

  find(id: string): Held {
    const held = this.held.get(id)
    if (!held) throw new Refused(404, 'not_found', 'This conversation is not here any more.')
    return held
  }

  conversation(id: string): Conversation {
    const held = this.find(id)
    const acts = [...this.acts.values()].filter(
      (a) =>
        a.conversation_id === id &&
        a.kind === 'reply' &&
        ['queued', 'sending', 'unknown', 'rejected'].includes(a.state),
    )
    const channel = this.channels[0] as Channel
    return {
      ...this.rowOf(held),
      draft: held.draft !== null,
      sending: acts.filter((a) => a.state !== 'rejected').length,
      failed: acts.filter((a) => a.state === 'rejected').length,
      acts,
      notes: held.notes,
      my_draft: held.draft,
      history: held.history,
      suggested_reason: null,
      channel: {
        id: channel.id,
        network: channel.network,
        handle: channel.account.handle,
        limits: channel.limits,
        state: channel.state,
      },
      speakers: [
        {
          channel_id: channel.id,
          handle: channel.account.handle,
          name: channel.account.name,
          avatar_url: null,
          state: channel.state,
          limits: channel.limits,
        },
      ],
      answer_to: held.posts.find((p) => p.waits)?.id ?? null,
    }
  }

  thread(id: string, cursor: string | null) {
    const from = Number(cursor ?? 0)
    const { posts } = this.find(id)
    return {
      items: posts
        .slice(from, from + 200)
        .map((post) => ({ ...post, reading: this.readings.of(post) })),
      next_cursor: from + 200 < posts.length ? String(from + 200) : null,
    }
  }

  change(id: string, verb: Decision['kind'], body: Record<string, unknown>): Conversation {
    const { row, history, posts } = this.find(id)
    if (typeof body.version === 'number' && body.version !== row.version)
      throw new Refused(409, 'conflict', 'Someone changed this conversation just now.')
    let detail: string | null = null
    if (verb === 'assign') {
      const to = this.members.find((m) => m.id === body.member_id)
      row.owner = to ? ref(to) : null
      detail = to?.name ?? null
    } else if (verb === 'snooze') {
      Object.assign(row, { state: 'snoozed', snoozed_until: body.until })
    } else if (verb === 'resolve') {
      Object.assign(row, {
        state: 'resolved',
        resolution: body.resolution || null,
        waiting_since: null,
      })
      detail = row.resolution
    } else if (verb === 'skip') {
      Object.assign(row, { state: 'skipped', skip_reason: body.reason })
      detail = String(body.detail) || null
    } else {
      const waits = posts.find((p) => p.waits)
      Object.assign(row, {
        state: waits ? 'open' : 'waiting',
        waiting_since: waits?.created_at ?? null,
        snoozed_until: null,
        resolution: null,
        skip_reason: null,
      })
    }
    row.version++
    history.unshift({
      id: this.id(),
      at: ago(0),
      by: ref(this.members[0] as Member),
      kind: verb,
      detail,
      until: verb === 'snooze' ? String(body.until) : null,
      skip_reason: verb === 'skip' ? row.skip_reason : null,
      reason: null,
      article: null,
    })
    this.tell(id, verb === 'assign' ? 'owner' : 'state')
    return this.conversation(id)
  }

  note(id: string, text: string): Note {
    const note = {
      id: this.id(),
      by: ref(this.members[0] as Member),
      text,
      mentions: [],
      created_at: ago(0),
    }
    this.find(id).notes.push(note)
    this.tell(id, 'note')
    return note
  }

  saveDraft(id: string, draft: { post_id: string; text: string } | null) {
    const held = this.find(id)
    const rest = { media: [], channel_id: null, langs: [], updated_at: ago(0) }
    held.draft = draft && { post_id: draft.post_id, text: draft.text, ...rest }
    held.row.draft = held.draft !== null
    return held.draft
  }

  reply(
    id: string,
    body: {
      post_id: string
      text: string
      client_key: string
      seen_post_id: string | null
      confirm: boolean
    },
  ): Act {
    const held = this.find(id)
    if (body.text.trim() === '')
      throw new Refused(400, 'invalid', 'Write something first.', { field: 'text' })
    if ([...body.text].length > 300)
      throw new Refused(400, 'invalid', 'It is too long for this network.', { field: 'text' })
    const since = held.posts.filter(
      (p) => p.author.ours && BigInt(p.id) > BigInt(body.seen_post_id ?? '0'),
    )
    if (since.length > 0 && !body.confirm)
      throw new Refused(
        409,
        'answered_meanwhile',
        'Jonas Abiola answered while you were writing.',
        { answers: since.map((p) => p.id) },
      )
    const act = this.act('reply', { conversation_id: id, post_id: body.post_id, text: body.text })
    held.draft = null
    held.row.draft = false
    held.row.sending++
    const reject = body.text.includes('reject me')
    setTimeout(() => {
      if (act.state !== 'queued') return
      held.row.sending--
      if (reject) {
        act.state = 'rejected'
        act.error =
          'Bluesky did not accept this reply: the post you answer is gone. Your text is still here.'
        held.row.failed++
      } else {
        act.state = 'accepted'
        const parent = held.posts.find((p) => p.id === body.post_id) ?? null
        const post = this.post(parent, this.us, body.text, 'en', 0)
        held.posts.push(post)
        act.result_post_id = post.id
        if (parent) parent.waits = false
        const waits = held.posts.find((p) => p.waits)
        Object.assign(held.row, {
          state: waits ? 'open' : 'waiting',
          waiting_since: waits?.created_at ?? null,
          posts: held.posts.length,
          last_post_at: post.created_at,
        })
      }
      this.say('act', { act_id: act.id, conversation_id: id, state: act.state })
      this.tell(id, 'act')
    }, 5600)
    this.tell(id, 'act')
    return act
  }

  act(kind: Act['kind'], more: Partial<Act>): Act {
    const act: Act = {
      id: this.id(),
      kind,
      state: 'queued',
      conversation_id: null,
      channel_id: '71',
      post_id: null,
      account_id: null,
      text: '',
      media: [],
      langs: [],
      card_url: null,
      card: null,
      by: ref(this.members[0] as Member),
      created_at: ago(0),
      not_before: ago(-5000),
      attempts: 0,
      error: null,
      result_post_id: null,
      ...more,
    }
    this.acts.set(act.id, act)
    return act
  }

  settleAct(id: string, verb: string): Act {
    const act = this.acts.get(id)
    if (!act) throw new Refused(404, 'not_found', 'No such act.')
    const held = act.conversation_id ? this.find(act.conversation_id) : null
    if (verb === 'undo') {
      if (act.state !== 'queued') throw new Refused(409, 'conflict', 'It is already on its way.')
      act.state = 'undone'
      if (held && act.post_id) {
        held.row.sending--
        this.saveDraft(held.row.id, { post_id: act.post_id, text: act.text })
      }
    } else if (verb === 'dismiss') {
      act.state = 'undone'
      if (held) held.row.failed--
    }
    if (act.conversation_id) this.tell(act.conversation_id, 'act')
    return act
  }

  like(postId: string, on: boolean): Act {
    for (const { row, posts } of this.held.values()) {
      const post = posts.find((p) => p.id === postId)
      if (!post) continue
      post.liked = on ? 'pending' : 'no'
      post.likes += on ? 1 : -1
      if (on)
        setTimeout(() => {
          post.liked = 'yes'
          this.tell(row.id, 'act')
        }, 1500)
    }
    return this.act(on ? 'like' : 'unlike', { post_id: postId })
  }

  remove(postId: string): Act {
    for (const { row, posts } of this.held.values()) {
      const post = posts.find((p) => p.id === postId)
      if (!post) continue
      Object.assign(post, { text: '', entities: [], deleted_at: ago(0) })
      this.tell(row.id, 'delete')
    }
    return this.act('delete', { post_id: postId })
  }

  personCard(id: string): PersonCard {
    const n = Number(id) - 100
    const [name, handle, bio] = people[n] ?? [
      'Northwind Tea & Coffee',
      'northwind.example',
      'Tea and coffee since 1987. Fish Street and the internet.',
    ]
    const account_ = account(id, name, handle, id === '900')
    const recent = [...this.held.values()]
      .flatMap((h) =>
        h.posts.map((p) => ({
          post: p,
          conversation: h.row.id,
          to: h.posts.find((q) => q.id === p.parent_id)?.author.id,
        })),
      )
      .filter(
        ({ post, to }) =>
          (post.author.id === id || (post.author.ours && to === id)) && !post.deleted_at,
      )
      .sort((a, b) => b.post.created_at.localeCompare(a.post.created_at))
    const said = recent.filter((r) => !r.post.author.ours)
    return {
      id,
      name,
      accounts: [
        {
          ...account_,
          bio,
          followers: 214 + n * 37,
          follows: 180 + n * 11,
          posts: 900 + n * 77,
          url: null,
          joined_at: ago((300 + n * 40) * day),
          follows_us: n % 2 === 0,
          followed: this.followed.get(id) ?? (n % 3 === 0 ? 'yes' : 'no'),
          muted: 'no',
          blocked: 'no',
          blocks_us: false,
        },
      ],
      first_heard_at: said.at(-1)?.post.created_at ?? null,
      last_heard_at: said[0]?.post.created_at ?? null,
      said: said.length,
      answered: recent.length - said.length,
      likes_given: n > 0 ? n * 2 : 0,
      recent: recent.slice(0, 10).map((r) => ({
        post_id: r.post.id,
        conversation_id: r.conversation,
        text: r.post.text,
        created_at: r.post.created_at,
        ours: r.post.author.ours,
      })),
    }
  }

  // Someone says something new, so that live updates can be seen while developing.
  hear(text = 'Hello @northwind, are you open on Sunday?') {
    const author = this.person(Math.floor(Math.random() * people.length))
    const post = { ...this.post(null, author, text, 'en', 0), waits: true }
    const id = this.id()
    this.held.set(id, {
      posts: [post],
      notes: [],
      history: [],
      draft: null,
      row: {
        ...([...this.held.values()][0] as Held).row,
        id,
        state: 'open',
        version: 1,
        owner: null,
        waiting_since: post.created_at,
        lead: author,
        excerpt: text,
        excerpt_labels: [],
        excerpt_post_id: post.id,
        last_post_at: post.created_at,
        posts: 1,
        people: 1,
        draft: false,
        sending: 0,
        failed: 0,
        before_rapport: false,
        reading: null,
        resolution: null,
        resolved_for: null,
        resolved_with: null,
        in_public: null,
        skip_reason: null,
      },
    })
    this.tell(id, 'post')
    return id
  }

  tell(id: string, reason: string) {
    this.say('conversation', {
      conversation_id: id,
      version: this.held.get(id)?.row.version ?? 0,
      reason,
    })
    this.say('counts', {})
  }
}

function account(id: string, name: string, handle: string, ours: boolean): AccountRef {
  return {
    id,
    person_id: id,
    network: 'sandbox',
    handle,
    name,
    avatar_url: null,
    ours,
    silenced: 'no',
    standing: 'active',
    labels: [],
  }
}

function ref(member: Member) {
  return { id: member.id, name: member.name }
}

export function ago(ms: number): string {
  return new Date(Date.now() - ms).toISOString().replace('Z', '000Z')
}

function entities(text: string): Entity[] {
  const bytes = (s: string) => new TextEncoder().encode(s).length
  return [...text.matchAll(/@northwind|#\w+|https?:\/\/\S+/g)].map((m) => ({
    kind: m[0].startsWith('@') ? 'mention' : m[0].startsWith('#') ? 'tag' : 'link',
    begin: bytes(text.slice(0, m.index)),
    end: bytes(text.slice(0, m.index + m[0].length)),
    value: m[0].replace(/^[@#]/, ''),
  }))
}

function picture() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="500"><rect width="800" height="500" fill="#d9c7a8"/><ellipse cx="400" cy="330" rx="190" ry="130" fill="#a5743a"/><path d="M330 215q70-90 140 0" stroke="#6b4a22" stroke-width="18" fill="none"/><path d="M585 300q90-40 70-110" stroke="#a5743a" stroke-width="34" fill="none"/></svg>`
  const url = `data:image/svg+xml,${encodeURIComponent(svg)}`
  return {
    kind: 'image' as const,
    url,
    thumb_url: url,
    alt: 'An old brass kettle on a wooden table',
    title: '',
    description: '',
    width: 800,
    height: 500,
  }
}

function linkCard() {
  return {
    kind: 'link' as const,
    url: 'https://northwind.example/blends/winter-smoke',
    thumb_url: null,
    alt: '',
    title: 'Winter Smoke, a blend for cold evenings',
    description: 'Lapsang, orange peel and a little cedar. Back until March.',
    width: 0,
    height: 0,
  }
}

const limits: Channel['limits'] = {
  text_max: 300,
  text_unit: 'graphemes',
  images_max: 4,
  image_bytes_max: 1_000_000,
}

function sandboxChannel(us: AccountRef): Channel {
  const source = (name: string, label: string) => ({
    source: name,
    label,
    read_to: ago(20_000),
    last_error: null,
    last_error_at: null,
    spans: [{ from: ago(7 * day), to: ago(20_000), complete: true, reason: null }],
  })
  return {
    id: '71',
    network: 'sandbox',
    state: 'connected',
    account: us,
    service: null,
    connected_at: ago(7 * day),
    limits,
    history: null,
    error: null,
    sources: [
      source('notifications', 'Notifications'),
      source('own_posts', 'What you said'),
      source('threads', 'Threads'),
    ],
  }
}

function blueskyChannel(): Channel {
  return {
    id: '72',
    network: 'bluesky',
    state: 'reconnect',
    account: {
      ...account('901', 'Northwind Tea & Coffee', 'northwind.test', true),
      network: 'bluesky',
    },
    service: 'https://bsky.social',
    connected_at: ago(21 * day),
    limits,
    history: null,
    error:
      'Bluesky no longer accepts the app password. Nothing is lost: we will read what was missed once you sign in again.',
    sources: [
      {
        source: 'notifications',
        label: 'Notifications',
        read_to: ago(5 * hour),
        last_error: 'Token has been revoked',
        last_error_at: ago(5 * hour),
        spans: [
          { from: ago(5 * hour), to: ago(0), complete: false, reason: 'signed out by Bluesky' },
          { from: ago(9 * day), to: ago(5 * hour), complete: true, reason: null },
          {
            from: ago(10.5 * day),
            to: ago(9 * day),
            complete: false,
            reason: 'Bluesky did not answer',
          },
          { from: ago(30 * day), to: ago(10.5 * day), complete: true, reason: null },
        ],
      },
      {
        source: 'own_posts',
        label: 'What you said',
        read_to: ago(5 * hour),
        last_error: null,
        last_error_at: null,
        spans: [
          { from: ago(5 * hour), to: ago(0), complete: false, reason: 'signed out by Bluesky' },
          { from: ago(30 * day), to: ago(5 * hour), complete: true, reason: null },
        ],
      },
    ],
  }
}

// The same numbers each start, so that screenshots can be compared.
function seeded(seed: number) {
  let a = seed
  return () => {
    a = (a + 0x6d2b79f5) | 0
    let t = Math.imul(a ^ (a >>> 15), 1 | a)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

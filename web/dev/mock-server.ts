// The contract of the real server from memory, as a part of the Vite server: `npm run dev:mock`.
// MOCK_ROWS=10000 fills the list; POST /api/mock/hear lets someone say something; MOCK_STATE=setup or
// signed_out shows the doors.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Connect, Plugin } from 'vite'
import type { CoachLine } from '../src/api/types.ts'
import { review } from './coach.ts'
import { Coaching } from './coaching.ts'
import { Knowledge } from './knowledge.ts'
import { Listening } from './listening.ts'
import { ago, Refused, World } from './world.ts'

// biome-ignore lint/suspicious/noExplicitAny: each handler says what it expects
type Body = any
type Handler = (match: string[], body: Body, query: URLSearchParams) => unknown

export function mockServer(): Plugin {
  const world = new World(Number(process.env.MOCK_ROWS ?? 60))
  const live = new LiveStreams()
  world.listen((event, data) => {
    live.send(event, data)
    if (event === 'conversation') live.send('monitor', {})
  })
  const routes = table(world)

  const middleware: Connect.NextHandleFunction = async (request, response, next) => {
    const url = new URL(request.url ?? '/', 'http://mock')
    if (!url.pathname.startsWith('/api/')) return next()
    if (url.pathname === '/api/events') return live.open(request, response, url)
    const key = `${request.method} ${url.pathname}`
    for (const [pattern, status, handler] of routes) {
      const match = key.match(pattern)
      if (!match) continue
      try {
        const result = handler(match.slice(1), await readBody(request), url.searchParams)
        return send(response, status, result)
      } catch (error) {
        const refused =
          error instanceof Refused ? error : new Refused(500, 'internal', String(error))
        return send(response, refused.status, {
          type: 'about:blank',
          title: refused.kind,
          status: refused.status,
          detail: refused.message,
          kind: refused.kind,
          field: null,
          request_id: 'mock',
          ...refused.more,
        })
      }
    }
    send(response, 404, {
      type: 'about:blank',
      title: 'Not found',
      status: 404,
      kind: 'not_found',
      detail: 'Not here.',
    })
  }

  return {
    name: 'mock-server',
    configureServer: (server) => void server.middlewares.use(middleware),
    configurePreviewServer: (server) => void server.middlewares.use(middleware),
  }
}

const ladder = [
  ['read'],
  ['export', 'save_views'],
  ['answer'],
  ['manage_channels', 'manage_team', 'see_audit', 'manage_workspace'],
  ['manage_owners'],
]
const upTo = (step: number) => ladder.slice(0, step).flat()
const permissions = {
  owner: upTo(5),
  admin: upTo(4),
  agent: upTo(3),
  analyst: upTo(2),
  viewer: upTo(1),
}

function table(world: World): [RegExp, number, Handler][] {
  let state = process.env.MOCK_STATE ?? 'signed_in'
  const listening = new Listening(world)
  const coaching = new Coaching()
  const knowledge = new Knowledge(world)
  const preferences = { first_look: process.env.MOCK_FIRST_LOOK ?? 'done' }
  const session = () => ({
    state,
    member: state === 'signed_in' ? world.members[0] : null,
    workspace: state === 'signed_in' ? { id: '1', name: 'Northwind' } : null,
    csrf: state === 'signed_in' ? 'mock' : null,
    permissions: state === 'signed_in' ? permissions.owner : [],
    preferences: state === 'signed_in' ? preferences : null,
    demo: state === 'signed_in',
    version: '0.1.0',
  })
  const enter = () => {
    state = 'signed_in'
    return session()
  }
  const on = (path: string, status: number, handler: Handler): [RegExp, number, Handler] => [
    new RegExp(`^${path.replaceAll(':id', '([^/]+)')}$`),
    status,
    handler,
  ]
  const verb = (name: 'assign' | 'snooze' | 'resolve' | 'skip' | 'reopen') =>
    on(`POST /api/conversations/:id/${name}`, 200, ([id = ''], body) =>
      world.change(id, name, body),
    )

  return [
    on('GET /api/session', 200, session),
    on('POST /api/session', 200, (_, body: Record<string, string>) => {
      if (body.password === 'wrong')
        throw new Refused(401, 'unauthorized', 'That email and password do not belong together.')
      return enter()
    }),
    on('DELETE /api/session', 204, () => {
      state = 'signed_out'
    }),
    on('POST /api/setup', 200, enter),
    on('PUT /api/session/preferences', 204, (_, body) => void Object.assign(preferences, body)),
    on('POST /api/cards', 200, (_, { url }: { url: string }) => ({
      url,
      title: 'A page of its own',
      description: 'What it says of itself, in a sentence or two.',
      thumb: null,
    })),
    on('POST /api/conversations/:id/review', 200, (_, body) => {
      if (process.env.MOCK_NO_COACH) throw new Refused(503, 'unavailable', 'Try again in a minute.')
      return review(body, world.textOf(body.post_id))
    }),
    on('GET /api/members', 200, () => ({ items: world.members })),
    on('GET /api/roles', 200, () => ({
      items: Object.entries(permissions).map(([role, may]) => ({ role, permissions: may })),
    })),
    on('GET /api/invitations', 200, () => ({ items: [] })),
    on('GET /api/audit', 200, () => ({ items: [], next_cursor: null })),
    on('GET /api/workspaces', 200, () => ({
      items: [{ id: '1', name: 'Northwind', role: 'owner', current: true }],
    })),
    on('PUT /api/members/:id/role', 200, ([id = ''], body: { role: 'agent' }) => {
      const member = world.members.find((each) => each.id === id)
      return Object.assign(member ?? {}, { role: body.role })
    }),
    on('GET /api/tags', 200, () => ({ items: world.tags() })),
    on('GET /api/views', 200, () => ({ items: [] })),
    on('PUT /api/posts/:id/reading', 200, ([id = ''], body) => {
      if (process.env.MOCK_REFUSE) throw new Refused(503, 'unavailable', 'Try again in a minute.')
      world.readings.correct(id, body)
      return world.readAgain(id)
    }),
    on('DELETE /api/posts/:id/reading', 200, ([id = '']) => {
      world.readings.uncorrect(id)
      return world.readAgain(id)
    }),
    on('GET /api/reasons', 200, () => ({ items: world.readings.reasons })),
    on('POST /api/reasons', 201, (_, body: { name: string }) => {
      if (world.readings.reasons.some((one) => one.name.toLowerCase() === body.name.toLowerCase()))
        throw new Refused(409, 'conflict', 'There is a reason of this name.', { field: 'name' })
      return world.readings.add(body.name)
    }),
    on('GET /api/reasons/summary', 200, (_, __, query) =>
      world.readings.summary(Number(query.get('days') ?? 30), world.heard()),
    ),
    on('PUT /api/reasons/:id', 200, ([key = ''], body: { name: string }) =>
      world.readings.change(key, body),
    ),
    on('POST /api/reasons/:id/merge', 200, ([key = ''], body: { into: string }) => {
      world.readings.change(key, { merged_into: body.into })
      return world.readings.reasons.find((one) => one.key === body.into)
    }),
    on('GET /api/topics', 200, () => ({ items: world.readings.topics })),
    on('GET /api/topics/summary', 200, (_, __, query) =>
      world.readings.topicSummary(Number(query.get('days') ?? 30), world.heard()),
    ),
    on('PUT /api/topics/:id', 200, ([id = ''], body: { name: string }) => {
      const topic = world.readings.topics.find((one) => one.id === id)
      return topic && Object.assign(topic, body)
    }),
    on('POST /api/topics/:id/merge', 200, ([id = ''], body: { into_id: string }) =>
      world.readings.mergeTopic(id, body.into_id),
    ),
    on('GET /api/monitors', 200, () => listening.list()),
    on('POST /api/monitors', 201, (_, body) => listening.make(body)),
    on('GET /api/monitors/share', 200, (_, __, query) =>
      listening.share(Number(query.get('days') ?? 30)),
    ),
    on('PUT /api/monitors/:id', 200, ([id = ''], body) => listening.change(id, body)),
    on('DELETE /api/monitors/:id', 204, ([id = '']) => listening.remove(id)),
    on('GET /api/monitors/:id/posts', 200, ([id = ''], _, query) => listening.posts(id, query)),
    on('GET /api/monitors/:id/summary', 200, ([id = ''], _, query) =>
      listening.summary(id, Number(query.get('days') ?? 30)),
    ),
    on('GET /api/monitors/:id/alerts', 200, ([id = '']) => listening.rulesOf(id)),
    on('PUT /api/monitors/:id/alerts', 200, ([id = ''], body) => listening.rule(id, body.rules)),
    on('GET /api/queries/fields', 200, () => listening.fields()),
    on('POST /api/queries/check', 200, (_, body) => listening.check(body.query, body.dialect)),
    on('POST /api/queries/preview', 200, (_, body) => listening.preview(body)),
    on('GET /api/coverage', 200, () => listening.coverage()),
    on('POST /api/backfills', 202, (_, body) => listening.readGap(body)),
    on('POST /api/backfills/:id/stop', 200, ([id = '']) => listening.stopReading(id)),
    on('GET /api/articles', 200, (_, __, query) => knowledge.list(query)),
    on('POST /api/articles', 201, (_, body) => knowledge.make(body)),
    on('GET /api/articles/export', 200, () => knowledge.all()),
    on('POST /api/articles/import', 200, (_, body) => knowledge.take(body)),
    on('POST /api/articles/draft', 201, (_, body) => knowledge.draft(body)),
    on('GET /api/articles/:id', 200, ([id = '']) => knowledge.one(id)),
    on('PUT /api/articles/:id', 200, ([id = ''], body) => knowledge.change(id, body)),
    on('DELETE /api/articles/:id', 204, ([id = '']) => knowledge.remove(id)),
    on('GET /api/articles/:id/uses', 200, ([id = '']) => knowledge.uses(id)),
    on('GET /api/article-categories', 200, () => knowledge.sorted()),
    on('POST /api/article-categories', 201, (_, body) => knowledge.sort(body.name)),
    on('PUT /api/article-categories/:id', 200, ([id = ''], body) => knowledge.resort(id, body)),
    on('DELETE /api/article-categories/:id', 204, ([id = '']) => knowledge.unsort(id)),
    on('GET /api/gaps', 200, () => knowledge.missing()),
    on('GET /api/gaps/:id/posts', 200, ([id = '']) => knowledge.asked(id)),
    on('POST /api/gaps/:id/dismiss', 200, ([id = '']) => knowledge.settle(id, 'dismissed')),
    on('POST /api/gaps/:id/reopen', 200, ([id = '']) => knowledge.settle(id, 'open')),
    on('GET /api/help-site', 200, () => knowledge.page()),
    on('PUT /api/help-site', 200, (_, body) => knowledge.put(body)),
    on('GET /api/alerts', 200, () => listening.raised()),
    on('POST /api/alerts/read', 204, () => listening.read()),
    on('GET /api/voice', 200, () => coaching.voice),
    on('PUT /api/voice', 200, (_, body) => coaching.change(body)),
    on('GET /api/coach/rules', 200, () => ({ rules: coaching.rules })),
    on('PUT /api/coach/rules', 200, (_, body) => coaching.changeRules(body.rules)),
    on('POST /api/coach', 200, (_, line: CoachLine) => coaching.answer(line)),
    on('GET /api/learning', 200, () => world.readings.learning),
    on('POST /api/learning', 200, (_, body: { on: boolean }) =>
      Object.assign(world.readings.learning, { on: body.on, active: body.on }),
    ),
    on('GET /api/presence', 200, () => ({ items: [] })),
    on('PUT /api/conversations/:id/presence', 204, () => undefined),
    on('POST /api/conversations/:id/seen', 204, () => undefined),
    on('GET /api/counts', 200, () => world.counts()),
    on('GET /api/conversations', 200, (_, __, query) => world.list(query)),
    on('GET /api/conversations/:id', 200, ([id = '']) => world.conversation(id)),
    on('GET /api/conversations/:id/thread', 200, ([id = ''], _, query) =>
      world.thread(id, query.get('cursor')),
    ),
    verb('assign'),
    verb('snooze'),
    verb('resolve'),
    verb('skip'),
    verb('reopen'),
    on('POST /api/conversations/:id/notes', 201, ([id = ''], body: { text: string }) =>
      world.note(id, body.text),
    ),
    on(
      'PUT /api/conversations/:id/draft',
      200,
      ([id = ''], body: { post_id: string; text: string }) => world.saveDraft(id, body),
    ),
    on('DELETE /api/conversations/:id/draft', 204, ([id = '']) => void world.saveDraft(id, null)),
    on('POST /api/conversations/:id/replies', 202, ([id = ''], body) => world.reply(id, body)),
    on('POST /api/acts/:id/(undo|retry|dismiss)', 200, ([id = '', name = '']) =>
      world.settleAct(id, name),
    ),
    on('POST /api/posts/:id/like', 202, ([id = '']) => world.like(id, true)),
    on('DELETE /api/posts/:id/like', 202, ([id = '']) => world.like(id, false)),
    on('POST /api/posts/:id/delete', 202, ([id = '']) => world.remove(id)),
    on('GET /api/people/:id', 200, ([id = '']) => world.personCard(id)),
    on('POST /api/people/:id/follow', 202, ([id = '']) => {
      world.followed.set(id, 'yes')
      return world.act('follow', {})
    }),
    on('DELETE /api/people/:id/follow', 202, ([id = '']) => {
      world.followed.set(id, 'no')
      return world.act('unfollow', {})
    }),
    on('GET /api/channels', 200, () => ({ items: world.channels })),
    on('POST /api/channels', 201, (_, body: Record<string, string>) => {
      if (body.app_password === 'wrong')
        throw new Refused(
          400,
          'invalid',
          'Bluesky does not know this handle with this app password.',
          { field: 'app_password' },
        )
      return world.channels[1]
    }),
    on('POST /api/channels/:id/reconnect', 200, ([id]) => {
      const channel = world.channels.find((c) => c.id === id)
      return Object.assign(channel ?? {}, { state: 'connected', error: null })
    }),
    on('POST /api/channels/:id/disconnect', 200, ([id]) => {
      const channel = world.channels.find((c) => c.id === id)
      return Object.assign(channel ?? {}, { state: 'disconnected' })
    }),
    on('GET /api/tokens', 200, () => ({ items: world.tokens })),
    on('POST /api/tokens', 201, (_, body: { name: string }) => {
      const token = {
        id: String(Date.now()),
        name: body.name,
        created_at: ago(0),
        last_used_at: null,
      }
      world.tokens.push(token)
      return { ...token, secret: 'rpt_mock_3f9c1b7e5d2a4860' }
    }),
    on('DELETE /api/tokens/:id', 204, ([id]) => {
      world.tokens = world.tokens.filter((t) => t.id !== id)
    }),
    on('POST /api/mock/hear', 200, (_, body: { text?: string }) => ({ id: world.hear(body.text) })),
  ]
}

class LiveStreams {
  private readonly open_ = new Set<ServerResponse>()
  private readonly past: { id: number; event: string; data: unknown }[] = []
  private last = 0

  constructor() {
    setInterval(() => {
      for (const response of this.open_) response.write('event: ping\ndata: {}\n\n')
    }, 5000).unref()
  }

  open(request: IncomingMessage, response: ServerResponse, url: URL) {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
    response.write('event: ping\ndata: {}\n\n')
    const after = Number(
      request.headers['last-event-id'] ?? url.searchParams.get('after') ?? this.last,
    )
    for (const e of this.past) if (e.id > after) response.write(frame(e))
    this.open_.add(response)
    request.on('close', () => this.open_.delete(response))
  }

  send(event: string, data: unknown) {
    const e = { id: ++this.last, event, data }
    this.past.push(e)
    for (const response of this.open_) response.write(frame(e))
  }
}

function frame(e: { id: number; event: string; data: unknown }) {
  return `id: ${e.id}\nevent: ${e.event}\ndata: ${JSON.stringify(e.data)}\n\n`
}

async function readBody(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  const text = Buffer.concat(chunks).toString()
  return text ? JSON.parse(text) : {}
}

function send(response: ServerResponse, status: number, body: unknown) {
  response.statusCode = status
  if (status === 204) return void response.end()
  response.setHeader('content-type', status < 400 ? 'application/json' : 'application/problem+json')
  response.end(JSON.stringify(body))
}

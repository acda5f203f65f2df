// Every operation of the API's own description is called on a running demo, and every reply, good or
// bad, is held against its schema. A route nobody calls here fails the test.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import Ajv2020 from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const root = join(import.meta.dirname, '..', '..')
const binary = process.env.RAPPORT_BINARY ?? join(root, 'build', 'rapport')
const data = mkdtempSync(join(tmpdir(), 'rapport-openapi-'))
const called = new Set()

let server
let url
let api
let validators
let cookie = ''
let csrf = ''

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}

async function until(what, most = 60_000) {
  const deadline = Date.now() + most
  for (;;) {
    const found = await what().catch(() => undefined)
    if (found) return found
    assert.ok(Date.now() < deadline, 'it did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

before(async () => {
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  server = spawn(binary, ['demo', '--data', data, '--port', String(port)], { stdio: 'ignore' })
  await until(async () => (await fetch(`${url}/api/health`)).ok)
  api = await (await fetch(`${url}/api/openapi.json`)).json()
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true })
  addFormats(ajv)
  ajv.addKeyword('components')
  ajv.addSchema({ $id: 'api', components: api.components })
  validators = new Map()
  for (const name of Object.keys(api.components.schemas)) {
    validators.set(name, ajv.compile({ $ref: `api#/components/schemas/${name}` }))
  }
})

after(async () => {
  if (!server) return
  server.kill('SIGTERM')
  const [code] = await new Promise((resolve) => server.on('exit', (...how) => resolve(how)))
  rmSync(data, { recursive: true, force: true })
  assert.equal(code, 0, 'the server ends well')
})

function operation(id) {
  for (const [path, methods] of Object.entries(api.paths)) {
    for (const [method, it] of Object.entries(methods)) {
      if (it.operationId === id) return { path, method: method.toUpperCase(), ...it }
    }
  }
  throw new Error(`there is no operation ${id}`)
}

function schemaName(response) {
  const schema = Object.values(response?.content ?? {})[0]?.schema
  return schema?.$ref?.split('/').at(-1)
}

function hold(name, body, where) {
  const valid = validators.get(name)
  assert.ok(valid(body), `${where}: ${JSON.stringify(valid.errors)}\n${JSON.stringify(body)}`)
}

// Calls an operation and checks its reply against the description. `expect` is the status that is
// wanted; without it, the good one.
async function call(id, { path = {}, query = {}, body, picture, expect } = {}) {
  const it = operation(id)
  called.add(id)
  const filled = it.path.replace(/\{(\w+)\}/g, (_, name) => path[name] ?? '1')
  const search = new URLSearchParams(query).toString()
  const request = it.requestBody && schemaName(it.requestBody)
  if (request && body && (expect ?? 200) < 300) hold(request, body, `${id} request`)
  const response = await fetch(url + filled + (search && `?${search}`), {
    method: it.method,
    headers: {
      cookie,
      'x-csrf-token': csrf,
      ...(body && { 'content-type': 'application/json' }),
      ...(picture && { 'content-type': 'image/png' }),
    },
    body: picture ?? (body && JSON.stringify(body)),
  })
  const good = Object.keys(it.responses).find((status) => status !== 'default')
  const where = `${id} → ${response.status}`
  const text = await response.text()
  if (expect === undefined) assert.equal(String(response.status), good, `${where}: ${text}`)
  else assert.equal(response.status, expect, `${where}: ${text}`)
  const documented = it.responses[response.status] ?? it.responses.default
  const type = response.headers.get('content-type')
  if (documented.content)
    assert.ok(Object.keys(documented.content).includes(type), `${where} is ${type}`)
  else assert.equal(text, '', where)
  const name = schemaName(documented)
  const json = text && !type.startsWith('image/') ? JSON.parse(text) : null
  if (name) hold(name, json, where)
  return { response, json }
}

test('the document is OpenAPI 3.1 and points only at what is there', () => {
  assert.match(api.openapi, /^3\.1\./)
  const names = JSON.stringify(api).matchAll(/"#\/components\/schemas\/(\w+)"/g)
  for (const [, name] of names) assert.ok(validators.has(name), name)
  const ids = Object.values(api.paths).flatMap((methods) =>
    Object.values(methods).map((it) => it.operationId),
  )
  assert.equal(new Set(ids).size, ids.length)
})

test('the session', async () => {
  const { response, json } = await call('getSession')
  assert.equal(json.state, 'signed_in')
  assert.equal(json.demo, true)
  cookie = response.headers.get('set-cookie').split(';')[0]
  csrf = json.csrf
  await call('signIn', {
    body: { email: 'nobody@ottersby.example', password: 'wrong' },
    expect: 401,
  })
  await call('setUp', {
    body: { code: 'x', workspace: 'x', name: 'x', email: 'x@y.example', password: 'long enough' },
    expect: 403,
  })
  await call('listMembers')
  await call('getHealth')
  await call('getOpenApi')
})

let open

test('the inbox', async () => {
  for (const state of ['open', 'waiting', 'snoozed', 'resolved', 'skipped', 'all']) {
    const { json } = await call('listConversations', { query: { state, limit: '100' } })
    assert.ok(json.items.length > 0, state)
    for (const row of json.items) {
      await call('getConversation', { path: { id: row.id } })
      await call('getThread', { path: { id: row.id } })
    }
    if (state === 'open') open = json.items.filter((row) => row.people > 0)
  }
  const { json: page } = await call('listConversations', { query: { limit: '2' } })
  assert.ok(page.next_cursor)
  await call('listConversations', { query: { limit: '2', cursor: page.next_cursor } })
  await call('listConversations', { query: { limit: 'many' }, expect: 400 })
  await call('getConversation', { path: { id: '1' }, expect: 404 })
  await call('getCounts')
})

test('decisions, notes and drafts', async () => {
  const path = { id: open[0].id }
  const { json: members } = await call('listMembers')
  await call('assignConversation', { path, body: { member_id: members.items[0].id } })
  await call('assignConversation', { path, body: { member_id: null } })
  await call('snoozeConversation', {
    path,
    body: { until: new Date(Date.now() + 3_600_000).toISOString() },
  })
  await call('reopenConversation', { path, body: {} })
  await call('resolveConversation', {
    path,
    body: { resolution: 'Solved by phone.', reason: 'delivery' },
  })
  await call('resolveConversation', { path, body: { resolution: '', reason: 'no' }, expect: 400 })
  await call('skipConversation', { path, body: { reason: 'other', detail: '' } })
  await call('reopenConversation', { path, body: { version: 1 }, expect: 409 })
  await call('reopenConversation', { path, body: {} })
  await call('addNote', { path, body: { text: 'Called her.' } })
  await call('addNote', { path, body: {}, expect: 400 })
  const post_id = open[0].excerpt_post_id
  await call('saveDraft', { path, body: { post_id, text: 'Hello' } })
  await call('dropDraft', { path })
  // The demo has no assistant.
  await call('proposeDraft', { path, body: { post_id }, expect: 409 })
})

test('what the brand knows', async () => {
  const { json: category } = await call('createArticleCategory', { body: { name: 'Returns' } })
  await call('createArticleCategory', { body: { name: 'RETURNS' }, expect: 409 })
  await call('changeArticleCategory', {
    path: { id: category.id },
    body: { name: 'Sending back', place: 0 },
  })
  await call('listArticleCategories')
  const wanted = {
    title: 'How to send a zeppelin back',
    language: 'en',
    category_id: category.id,
    markdown: 'Fold it, and bring it to **any** shop.',
    questions: 'Can I return a zeppelin?',
  }
  const { json: article } = await call('createArticle', { body: wanted })
  assert.equal(article.slug, 'how-to-send-a-zeppelin-back')
  await call('createArticle', { body: { ...wanted, slug: article.slug }, expect: 400 })
  const path = { id: article.id }
  const body = { ...wanted, status: 'published', version: article.version }
  const { json: published } = await call('changeArticle', { path, body })
  assert.ok(published.published_at)
  const { json: stale } = await call('changeArticle', { path, body, expect: 409 })
  assert.equal(stale.kind, 'conflict')
  await call('getArticle', { path })
  await call('listArticleUses', { path })
  await call('listSuggestions', { path: { id: open[0].id } })
  await call('listSuggestions', { path: { id: open[0].id }, query: { post: 'x' }, expect: 400 })
  const { json: found } = await call('listArticles', { query: { q: 'ZEPPELIN shop', limit: '1' } })
  assert.equal(found.items[0].id, article.id)
  const { json: exported } = await call('exportArticles')
  const files = exported.files.filter((each) => each.text.includes('zeppelin'))
  assert.equal(files.length, 1)
  const { json: again } = await call('importArticles', { body: { format: 'markdown', files } })
  assert.deepEqual([again.made, again.changed, again.left], [0, 0, 1])
  const zendesk = { articles: [{ id: 1, title: 'Balloons', locale: 'en', body: '<p>Up</p>' }, {}] }
  const { json: taken } = await call('importArticles', {
    body: { format: 'auto', export: zendesk },
  })
  assert.deepEqual([taken.made, taken.left], [1, 1])
  await call('importArticles', { body: { format: 'zendesk', export: {} }, expect: 400 })
  await call('removeArticle', { path: { id: taken.items[0].article_id } })
  const { json: suggested } = await call('suggestStatelessly', {
    body: { id: 7, post: { text: 'my zeppelin' }, articles: [{ id: 'z', title: 'Zeppelins' }] },
  })
  assert.equal(suggested.suggestions[0].article, 'z')
  await call('suggestStatelessly', { body: { post: {} }, expect: 400 })
  await call('listArticles', { query: { review: 'due', status: 'published', language: 'en' } })
  await call('listArticles', { query: { kind: 'novel' }, expect: 400 })
  await call('removeArticleCategory', { path: { id: category.id } })
  await call('removeArticle', { path })
  await call('getArticle', { path, expect: 404 })
})

test('what people ask and nobody wrote down', async () => {
  // Once the month is read, they are learned.
  const gaps = await until(async () => {
    const { json } = await call('listGaps')
    return json.learned_at && json.items
  })
  const rack = gaps.find(({ words }) => words.includes('rack'))
  assert.ok(rack, `nobody asks for racks: ${gaps.map(({ name }) => name).join('; ')}`)
  assert.deepEqual([rack.state, rack.language], ['open', 'en'])
  assert.ok(rack.people >= 3 && rack.waiting >= 1, JSON.stringify(rack))
  const path = { id: rack.id }
  const { json: posts } = await call('listGapPosts', { path })
  const racks = posts.items.filter(({ text }) => text.includes('rack'))
  assert.equal(racks.length, 3)
  await call('listGapPosts', { path: { id: '1' }, expect: 404 })
  await call('dismissGap', { path })
  const { json: open } = await call('reopenGap', { path })
  assert.equal(open.state, 'open')
  await call('draftArticle', { body: {}, expect: 400 })
  const { json: draft } = await call('draftArticle', { body: { gap_id: rack.id } })
  assert.equal(draft.status, 'draft')
  assert.match(draft.markdown, /fit rack tubes up to 16 mm/)
  assert.doesNotMatch(draft.markdown, /Esther|Ingrid|Femi|@/)
  const threads = { conversation_ids: [racks[0].conversation_id] }
  await call('draftArticle', { body: threads })
})

test('public pages', async () => {
  const { json: site } = await call('getHelpSite')
  const body = { slug: 'northwind-help', enabled: true, title: 'Help', accent: '#0f766e' }
  await call('putHelpSite', { body })
  await call('putHelpSite', { body: { ...body, slug: 'No' }, expect: 400 })
  await call('putHelpSite', { body: { ...body, enabled: site.enabled } })
})

test('tags, views, many at once, teammates', async () => {
  const path = { id: open[0].id }
  const { json: tag } = await call('createTag', { body: { name: 'Refund', color: 'red' } })
  const { json: other } = await call('createTag', { body: { name: 'Late', color: 'blue' } })
  await call('createTag', { body: { name: 'REFUND', color: 'red' }, expect: 409 })
  await call('changeTag', { path: { id: tag.id }, body: { name: 'Refunds', color: 'pink' } })
  await call('tagConversation', { path: { ...path, tag: tag.id } })
  await call('untagConversation', { path: { ...path, tag: tag.id } })
  await call('tagConversation', { path: { ...path, tag: tag.id } })
  await call('listConversations', { query: { tag: tag.id, state: 'all' } })
  await call('listConversations', { query: { ids: `${open[0].id},${open[1].id}` } })
  await call('listTags')

  const { json: view } = await call('createView', {
    body: { name: 'Refunds', state: 'all', tag_id: tag.id },
  })
  await call('changeView', {
    path: { id: view.id },
    body: { name: 'Refunds', state: 'all', tag_id: tag.id, shared: true },
  })
  await call('arrangeViews', { body: { ids: [view.id] } })
  await call('listViews')
  await call('removeView', { path: { id: view.id } })

  await call('mergeTag', { path: { id: tag.id }, body: { into_id: other.id } })
  await call('removeTag', { path: { id: other.id } })

  const { json: many } = await call('bulkDecide', {
    body: {
      verb: 'snooze',
      until: new Date(Date.now() + 3_600_000).toISOString(),
      items: [{ id: open[0].id }, { id: open[1].id, version: 999_999 }, { id: '1' }],
    },
  })
  assert.deepEqual(
    many.items.map((item) => item.outcome),
    ['done', 'changed', 'gone'],
  )
  await call('undoDecisions', {
    body: { items: [{ conversation_id: open[0].id, decision_id: many.items[0].decision_id }] },
  })

  const { json: members } = await call('listMembers')
  const member = members.items.find((one) => !one.me)
  await call('addNote', {
    path,
    body: {
      text: `@${member.name}`,
      mentions: [{ member_id: member.id, begin: 0, end: Buffer.byteLength(member.name) + 1 }],
    },
  })
  await call('markSeen', { path })
  await call('listConversations', { query: { state: 'all', mentioned: 'me' } })
  await call('putPresence', { path, body: { state: 'looking', tab: 'a' } })
  const { json: present } = await call('listPresence')
  assert.equal(present.items.length, 1)
  await call('exportConversation', { path, query: { notes: '1' } })
})

test('a reason is fixed and everyone is told', async () => {
  const path = { key: 'delivery' }
  await call('fixReason', { path, body: { done: '', days: 30 }, expect: 400 })
  await call('fixReason', { path: { key: 'none' }, body: { done: 'x' }, expect: 404 })
  const { json: made } = await call('fixReason', {
    path,
    body: { done: 'Another courier', days: 366 },
  })
  assert.ok(made.people > 1)
  const { json: page } = await call('listRemedies', { query: { limit: '1' } })
  assert.equal(page.items[0].id, made.id)
  const id = { id: made.id }
  await call('getRemedy', { path: id })
  const { json: people } = await call('listRemedyPeople', { path: id, query: { limit: '1' } })
  await call('listRemedyPeople', { path: id, query: { cursor: people.next_cursor } })
  const one = { ...id, person: people.items[0].person_id }
  await call('setAside', { path: one, body: { reason: 'Long ago' } })
  await call('bringBack', { path: one })
  await call('closeRemedy', { path: id })
  await call('reopenRemedy', { path: id })
})

// One red pixel.
const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
)

test('pictures', async () => {
  const { json: attachment } = await call('addAttachment', { picture: pixel })
  assert.equal(attachment.width, 1)
  const path = { id: open[2].id }
  const { response } = await call('getAttachment', { path: { id: attachment.id } })
  assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  await call('addAttachment', { picture: Buffer.from('no picture'), expect: 400 })
  await call('getAttachment', { path: { id: '1' }, expect: 404 })
  const media = [{ attachment_id: attachment.id, alt: 'A red pixel' }]
  const post_id = open[2].excerpt_post_id
  const { json: draft } = await call('saveDraft', {
    path,
    body: { post_id, text: '', media, channel_id: null, langs: ['en'] },
  })
  assert.equal(draft.media[0].alt, 'A red pixel')
  await call('dropDraft', { path })
  const { json: act } = await call('quotePost', {
    path: { id: post_id },
    body: { text: 'Look', client_key: crypto.randomUUID(), media, langs: ['en'] },
  })
  assert.equal(act.media[0].url, `/api/attachments/${attachment.id}`)
  await call('undoAct', { path: { id: act.id } })
})

test('acts', async () => {
  const row = open[1]
  const path = { id: row.id }
  const { json: detail } = await call('getConversation', { path })
  const body = {
    post_id: detail.answer_to ?? row.excerpt_post_id,
    text: 'Thank you for telling us.',
    client_key: crypto.randomUUID(),
    seen_post_id: null,
    confirm: true,
  }
  const { json: act } = await call('reply', { path, body })
  await call('getAct', { path: { id: act.id } })
  await call('undoAct', { path: { id: act.id } })
  await call('retryAct', { path: { id: act.id } }) // nothing to retry: it stays as it is
  await call('dismissAct', { path: { id: act.id }, expect: 409 })
  await call('reply', {
    path,
    body: { ...body, text: 'x'.repeat(400), client_key: crypto.randomUUID() },
    expect: 400,
  })
  await call('reply', { path, body: { ...body, client_key: crypto.randomUUID() } })

  const { json: thread } = await call('getThread', { path })
  const theirs = thread.items.find((post) => !post.author.ours && !post.deleted_at)
  await call('likePost', { path: { id: theirs.id } })
  await until(async () => {
    const { json } = await call('getThread', { path })
    return json.items.find((post) => post.id === theirs.id).liked === 'yes'
  })
  await call('unlikePost', { path: { id: theirs.id } })

  await call('repostPost', { path: { id: theirs.id } })
  await call('unrepostPost', { path: { id: '1' }, expect: 404 })

  const person = { id: theirs.author.person_id }
  const account_id = theirs.author.id
  await call('hidePost', { path: { id: theirs.id }, body: { reason: 'Adverts' }, expect: 403 })
  await call('unhidePost', { path: { id: '1' }, expect: 404 })
  await call('mutePerson', { path: person, body: { account_id, reason: 'Adverts' } })
  await call('unmutePerson', { path: { id: '1' }, query: { account_id }, expect: 404 })
  await call('blockPerson', { path: person, body: { account_id, reason: '' }, expect: 400 })
  await call('unblockPerson', { path: person, query: { account_id } })
  await call('getPerson', { path: person })
  await call('followPerson', { path: person, body: { account_id: theirs.author.id } })
  await until(async () => {
    const { json } = await call('getPerson', { path: person })
    return json.accounts.some((account) => account.followed === 'yes')
  })
  await call('unfollowPerson', { path: person, query: { account_id: theirs.author.id } })

  const { json: channels } = await call('listChannels')
  const channel_id = channels.items[0].id
  await call('previewCard', { body: { channel_id, url: 'https://bakery.example/rye' } })
  await call('previewCard', { body: { channel_id, url: 'no address' }, expect: 400 })
  await call('publishPost', {
    body: {
      channel_id,
      text: 'We are open until six.',
      client_key: crypto.randomUUID(),
    },
  })
  const sent = await until(async () => {
    const { json } = await call('getThread', { path })
    return json.items.find((post) => post.author.ours && post.text === body.text)
  })
  await call('deletePost', { path: { id: sent.id }, body: { reason: 'Sent by a test.' } })
})

test('channels and tokens', async () => {
  const { json: channels } = await call('listChannels')
  const path = { id: channels.items[0].id }
  await call('connectChannel', {
    body: { network: 'sandbox', handle: 'nobody.example', app_password: 'x' },
    expect: 400,
  })
  await call('beginSignIn', {
    body: { network: 'sandbox', service: 'nowhere.example', shows_code: true },
    expect: 400,
  })
  await call('finishSignIn', { body: { state: 'made up', code: 'x' }, expect: 400 })
  await call('findSources', {
    body: { network: 'sandbox', address: 'https://news.example' },
    expect: 400,
  })
  await call('importHistory', { path, body: { reach: 'year' } })
  await call('stopHistory', { path })
  await call('disconnectChannel', { path })
  await call('reconnectChannel', { path, body: { app_password: 'anything' } })
  await call('connectChannel', {
    body: {
      network: 'sandbox',
      handle: channels.items[0].account.handle,
      app_password: 'x',
      service: null,
    },
  })
  const { json: token } = await call('createToken', { body: { name: 'test' } })
  await call('listTokens')
  await call('removeToken', { path: { id: token.id } })
})

test('the stream of events', async () => {
  called.add('streamEvents')
  const response = await fetch(`${url}/api/events`, { headers: { cookie } })
  assert.match(response.headers.get('content-type'), /^text\/event-stream/)
  const reader = response.body.getReader()
  const { value } = await reader.read()
  assert.match(new TextDecoder().decode(value), /^retry: \d+\nid: \d+\n\n/)
  await reader.cancel()
})

test('workspaces and the team', async () => {
  await call('listRoles')
  const { json: first } = await call('listWorkspaces')
  const { json: made } = await call('createWorkspace', { body: { name: 'Tea & Tide' } })
  const { json: moved } = await call('switchWorkspace', { body: { workspace_id: made.id } })
  csrf = moved.csrf
  assert.equal(moved.workspace.name, 'Tea & Tide')
  await call('renameWorkspace', { body: { name: 'Tide & Tea' } })
  await call('changeName', { body: { name: 'Tilda' } })
  await call('setPreferences', { body: { first_look: 'later' } })
  assert.equal((await call('getSession')).json.preferences.first_look, 'later')
  await call('changePassword', {
    body: { present: 'not this one', wanted: 'a long enough one' },
    expect: 400,
  })

  const email = 'nia@tide.example'
  const { json: invited } = await call('inviteMember', { body: { email, role: 'agent' } })
  await call('listInvitations')
  const { json: renewed } = await call('renewInvitation', { path: { id: invited.id } })
  await call('lookAtInvitation', { body: { secret: invited.secret }, expect: 404 })
  await call('lookAtInvitation', { body: { secret: renewed.secret } })
  const { json: hers } = await call('join', {
    body: { secret: renewed.secret, name: 'Nia', password: 'a kettle on the beach' },
  })
  const { json: second } = await call('inviteMember', {
    body: { email: 'ben@tide.example', role: 'viewer' },
  })
  await call('withdrawInvitation', { path: { id: second.id } })
  await call('changeRole', { path: { id: hers.member.id }, body: { role: 'analyst' } })
  await call('removeMember', { path: { id: hers.member.id } })
  const { json: again } = await call('inviteMember', { body: { email, role: 'owner' } })
  const { json: back } = await call('join', {
    body: { secret: again.secret, name: 'Nia', password: 'a kettle on the beach' },
  })
  assert.equal(back.member.id, hers.member.id, 'who comes back is the same')
  const { json: log } = await call('listAudit', { query: { limit: '2' } })
  await call('listAudit', { query: { limit: '2', cursor: log.next_cursor } })
  const { response, json: left } = await call('leaveWorkspace')
  assert.equal(left.workspace.id, first.items[0].id)
  cookie = response.headers.get('set-cookie').split(';')[0]
  csrf = left.csrf
  await call('leaveWorkspace', { expect: 409 })
})

test('readings, reasons and learning', async () => {
  const { json: page } = await call('listConversations', { query: { state: 'all' } })
  let theirs
  for (const row of page.items) {
    const { json: thread } = await call('getThread', { path: { id: row.id } })
    theirs ??= thread.items.find((post) => !post.author.ours && !post.deleted_at && post.text)
  }
  await call('correctReading', { path: { id: theirs.id }, body: { sentiment: 'positive' } })
  await call('uncorrectReading', { path: { id: theirs.id } })
  await call('listReasons')
  const { json: reason } = await call('addReason', { body: { name: 'Opening hours' } })
  await call('renameReason', { path: { key: reason.key }, body: { name: 'Hours' } })
  await call('mergeReason', { path: { key: reason.key }, body: { into: 'waiting' } })
  await call('summariseReasons', { query: { days: '30' } })
  await call('getLearning')
  await call('switchLearning', { body: { on: true } })
})

test('the voice', async () => {
  const { json: voice } = await call('getVoice')
  const { changed_by, changed_at, ...body } = voice
  await call('changeVoice', { body: { ...body, avoid: ['per my last post'] } })
})

test('the coach', async () => {
  await call('listCoachRules')
  await call('changeCoachRules', { body: { rules: [{ rule: 'stuffy', setting: 'off' }] } })
  const { json: page } = await call('listConversations', { query: { state: 'all' } })
  let theirs
  for (const row of page.items) {
    const { json: thread } = await call('getThread', { path: { id: row.id } })
    const post = thread.items.find((post) => !post.author.ours && !post.deleted_at && post.text)
    if (post) theirs ??= { conversation: row.id, post: post.id }
  }
  const { json: review } = await call('reviewDraft', {
    path: { id: theirs.conversation },
    body: { post_id: theirs.post, text: 'Haha, please send us a DM.', media: [{ alt: '' }] },
  })
  assert.ok(review.findings.length > 0)
  const { json: answer } = await call('askCoach', {
    body: {
      draft: 'Please send us a DM.',
      post: { text: 'Where is my order?', author: { name: 'Ana', handle: 'ana.example' } },
      voice: { emoji: 'none', avoid: ['per our records'] },
      rules: { stuffy: 'off' },
    },
  })
  assert.equal(answer.points[0].kind, 'question')
})

test('topics', async () => {
  // They are learned from the story a moment after it was told.
  const { items } = await until(async () => {
    const { json } = await call('listTopics')
    return json.items.length > 1 && json
  })
  const [one, other] = items
  await call('renameTopic', { path: { id: one.id }, body: { name: 'By another name' } })
  await call('listConversations', { query: { state: 'all', topic: one.id } })
  await call('listConversations', { query: { topic: 'rain' }, expect: 400 })
  await call('mergeTopic', { path: { id: other.id }, body: { into_id: one.id } })
  const { json: left } = await call('listTopics')
  assert.equal(left.items.length, items.length - 1)
  await call('summariseTopics', { query: { days: '30' } })
})

test('monitors', async () => {
  const { json: check } = await call('checkQuery', { body: { query: 'coffee OR (tea' } })
  assert.equal(check.ok, false)
  assert.equal(check.diagnostics[0].severity, 'error')
  const { json: imported } = await call('checkQuery', {
    body: { query: 'coffee NEAR/3 tea', dialect: 'brandwatch' },
  })
  assert.equal(imported.ok, true)
  const { json: fields } = await call('listQueryFields')
  assert.ok(fields.items.some((field) => field.name === 'lang'))
  await call('createMonitor', { body: { name: 'Broken', query: '(' }, expect: 400 })
  const { json: monitor } = await call('createMonitor', {
    body: { name: 'Bags', query: 'heron OR wren', color: 'orange' },
  })
  const found = await until(async () => {
    const { json } = await call('listHeard', { path: { id: monitor.id }, query: { limit: '5' } })
    return json.items.length > 0 && json
  })
  const [first] = found.items
  assert.ok(first.spans.length > 0)
  assert.ok(first.monitors.some(({ id }) => id === monitor.id))
  await call('listHeard', { path: { id: 'all' }, query: { days: '30', state: 'answered' } })
  await call('listHeard', { path: { id: 'all' }, query: { state: 'asleep' }, expect: 400 })
  const narrowed = async (query) =>
    (await call('listHeard', { path: { id: monitor.id }, query })).json.items.length
  assert.ok((await narrowed({ network: first.post.author.network })) > 0)
  assert.equal(await narrowed({ network: 'elsewhere' }), 0)
  assert.equal(await narrowed({ link: 'https://nowhere.example/' }), 0)
  await call('changeMonitor', {
    path: { id: monitor.id },
    body: { name: 'Bags', query: 'heron', paused: true },
  })
  const { json: monitors } = await call('listMonitors', { query: { limit: '1' } })
  assert.equal(monitors.items.length, 1)
  const { json: behind } = await call('listMonitors', { query: { cursor: monitors.items[0].id } })
  assert.ok(behind.items.every(({ id }) => id !== monitors.items[0].id))
  await call('listMonitors', { query: { cursor: 'x' }, expect: 400 })
  const { json: summary } = await call('summariseMentions', {
    path: { id: monitor.id },
    query: { days: '30' },
  })
  assert.equal(summary.volume.length, 30)
  await call('summariseMentions', { path: { id: 'all' }, query: { days: '3' } })
  await call('shareOfVoice', { query: { days: '7' } })
  const { json: share } = await call('shareOfVoice', {
    query: { days: '7', monitors: monitor.id },
  })
  assert.deepEqual(
    share.monitors.map(({ id }) => id),
    [monitor.id],
  )
  const many = Array.from({ length: 101 }, (_, at) => at + 1).join(',')
  await call('shareOfVoice', { query: { days: '7', monitors: many }, expect: 400 })
  const { json: preview } = await call('previewQuery', { body: { query: 'heron', days: 90 } })
  assert.ok(preview.found > 0)
  assert.equal(preview.terms[0].text, 'heron')
  await call('previewQuery', {
    body: { query: 'heron', rejected: [preview.samples[0].post.id] },
  })
  await call('removeMonitor', { path: { id: monitor.id } })
})

test('alerts', async () => {
  const { json: monitor } = await call('createMonitor', { body: { name: 'Told', query: 'tea' } })
  const path = { id: monitor.id }
  const { json: none } = await call('listAlertRules', { path })
  assert.deepEqual(none.rules, [])
  const rules = [
    { kind: 'spike', app: true, emails: [], webhook: 'https://hook.example/x', handles: [] },
    { kind: 'person', handles: ['@Ana.example'] },
  ]
  const { json: put } = await call('putAlertRules', { path, body: { rules } })
  const spike = put.rules.find((each) => each.kind === 'spike')
  assert.ok(spike.webhook_secret.length > 30)
  const { json: kept } = await call('listAlertRules', { path })
  assert.equal(kept.rules.find((each) => each.kind === 'spike').webhook_secret, null)
  assert.deepEqual(kept.rules.find((each) => each.kind === 'person').handles, ['ana.example'])
  await call('putAlertRules', {
    path,
    body: { rules: [{ kind: 'spike', emails: ['nobody'] }] },
    expect: 400,
  })
  const { json: alerts } = await call('listAlerts', { query: { limit: '5' } })
  assert.ok(Array.isArray(alerts.items))
  await call('listAlerts', { query: { cursor: 'x' }, expect: 400 })
  await call('markAlertsRead')
  await call('removeMonitor', { path })
})

test('coverage', async () => {
  const { json: coverage } = await call('listCoverage', { query: { days: '30' } })
  const source = coverage.sources.find((each) => each.channel_id && each.spans.length > 0)
  const body = { channel_id: source.channel_id, from: '2026-11-01T00:00:00Z' }
  await call('startBackfill', { body: { ...body, to: '2026-10-31T00:00:00Z' }, expect: 400 })
  const { json: backfill } = await call('startBackfill', {
    body: { ...body, to: '2026-11-02T00:00:00Z' },
  })
  await call('stopBackfill', { path: { id: backfill.id } })
  const { json: after } = await call('listCoverage')
  assert.equal(after.backfills[0].id, backfill.id)
})

test('signing out', async () => {
  await call('signOut')
  await call('getCounts', { expect: 401 })
})

test('no operation was left out', () => {
  const all = Object.values(api.paths).flatMap((methods) =>
    Object.values(methods).map((it) => it.operationId),
  )
  assert.deepEqual(
    all.filter((id) => !called.has(id)),
    [],
  )
})

// An assistant of the operator's: the real server asks a stand-in that speaks the protocol.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Api } from '../lib/api.mjs'
import { AssistantStandIn } from '../lib/assistant-stand-in.mjs'
import { Rapport } from '../lib/rapport.mjs'

const proposed =
  'Hello, thank you for asking. The small loaves come out of the oven at seven and at eleven, and' +
  ' we gladly keep one for you.'
const key = 'not-for-the-log'

let stand, server, api, open
before(async () => {
  stand = new AssistantStandIn({ key, says: proposed })
  await stand.start()
  server = new Rapport({
    command: 'demo',
    env: {
      RAPPORT_ASSISTANT_URL: stand.url,
      RAPPORT_ASSISTANT_MODEL: 'small',
      RAPPORT_ASSISTANT_KEY: key,
    },
  })
  await server.start()
  api = new Api(server.url)
  const session = await api.get('/session')
  api.csrf = session.csrf
  assert.equal(session.assistant, true)
  open = await api.conversations({ state: 'open' })
})
after(async () => {
  await server?.remove()
  await stand?.stop()
})

const propose = (row) =>
  api.post(`/conversations/${row.id}/proposal`, { post_id: row.excerpt_post_id })
const send = (row, text) =>
  api.post(`/conversations/${row.id}/replies`, {
    post_id: row.excerpt_post_id,
    client_key: crypto.randomUUID(),
    text,
    confirm: true,
  })
const refused = (status) => (problem) => problem.status === status

test('it proposes a draft and sends none', async () => {
  const made = await propose(open[0])
  assert.equal(made.text, proposed)
  assert.equal(made.model, 'small')
  const [asked] = stand.asked
  assert.equal(asked.model, 'small')
  assert.deepEqual(
    asked.messages.map((each) => each.role),
    ['system', 'user'],
  )
  const { my_draft, acts } = await api.get(`/conversations/${open[0].id}`)
  assert.equal(my_draft, null)
  assert.deepEqual(acts, [])
})

test('it is told how the brand speaks, and what its articles say of it', async () => {
  const { changed_by: _by, changed_at: _at, ...voice } = await api.get('/voice')
  await api.put('/voice', { ...voice, emoji: 'none', avoid: ['kindly'] })
  let told = null
  for (const row of open) {
    const { items } = await api.get(`/conversations/${row.id}/suggestions`)
    told = items.find(({ passage }) => passage)
    if (!told) continue
    await propose(row)
    break
  }
  assert.ok(told, 'the demo has an article for somebody who waits')
  const [rules, words] = stand.asked.at(-1).messages
  assert.match(rules.content, /\nUse no emoji\.\n[\s\S]*Never use these words: kindly\./)
  assert.ok(words.content.includes(`- ${told.article.title}: `), words.content)
})

test('as it stands it cannot be sent, in own words it can', async () => {
  await assert.rejects(send(open[0], proposed), (problem) => {
    assert.equal(problem.status, 400)
    assert.equal(problem.body.field, 'text')
    assert.match(problem.body.detail, /your own words/)
    return true
  })
  const { my_draft } = await api.get(`/conversations/${open[0].id}`)
  assert.equal(my_draft.text, proposed, 'the words are kept')
  const act = await send(
    open[0],
    'At seven and at eleven. I put one aside for you: come by the side door.',
  )
  assert.equal(act.kind, 'reply')
})

test('what goes wrong there is said, and its key never', async () => {
  stand.status = 503
  await assert.rejects(propose(open[1]), refused(429))
  stand.status = 500
  await assert.rejects(propose(open[1]), refused(503))
  stand.status = 200
  stand.key = 'another'
  await assert.rejects(propose(open[1]), (problem) => /key/.test(problem.body.detail))
  stand.key = key
  stand.says = ' '
  await assert.rejects(propose(open[1]), refused(503))
  assert.ok(!server.log.includes(key))
})

test('without one nothing is missed', async () => {
  const plain = new Rapport({ command: 'demo' })
  try {
    await plain.start()
    const there = new Api(plain.url)
    const session = await there.get('/session')
    there.csrf = session.csrf
    assert.equal(session.assistant, false)
    const [row] = await there.conversations({ state: 'open' })
    await assert.rejects(
      there.post(`/conversations/${row.id}/proposal`, { post_id: row.excerpt_post_id }),
      refused(409),
    )
  } finally {
    await plain.remove()
  }
})

// Everything that goes wrong between Rapport and a network, with a real PDS behind the proxy.
//
// After each fault the same is asked: does every reply stand on the network once, was every mention
// heard once, and does the channel say what is true?
import assert from 'node:assert/strict'
import { after, afterEach, before, describe, test } from 'node:test'
import { newBrand, newPerson, startNetwork } from '../lib/network.mjs'
import { connect, Rapport } from '../lib/rapport.mjs'
import { eventually, sleep } from '../lib/wait.mjs'
import { startProxy } from './proxy.mjs'

const isWrite = (facts) => facts.name === 'com.atproto.repo.putRecord'
const isSession = (facts) => facts.name.startsWith('com.atproto.server.')
const isWork = (facts) => facts.path.startsWith('/xrpc/') && !isSession(facts)

let network, proxy, server, api, brand, customer, channel
let asked = 0

before(async () => {
  network = await startNetwork('faults')
  proxy = await startProxy({ pds: network.pds, plc: network.plc })
  server = new Rapport({ network: { pds: proxy.url, plc: proxy.plcUrl } })
  await server.start()
  api = await server.asOwner()
  brand = await newBrand(network, 'brand')
  customer = await newPerson(network, 'customer')
  channel = await connect(api, brand)
})
after(async () => {
  await server?.remove()
  await proxy?.close()
  await network?.stop()
})
afterEach(() => proxy.clear())

const state = async () => (await api.get('/channels')).items.find((one) => one.id === channel.id)
const ask = async () => {
  const text = `Question ${++asked} for @${brand.handle}`
  await network.people.post({ who: customer.did, text })
  return text
}
const heard = (text, options) =>
  eventually(`"${text}" is heard`, () => api.conversationSaying(text), options)
const ends = (act, wanted, options) =>
  eventually(
    `the reply is ${wanted}`,
    async () => (await api.get(`/acts/${act.id}`)).state === wanted,
    { timeout: 45_000, ...options },
  )
const onNetwork = async (text) => {
  const { records } = await network.people.list({ who: brand.did })
  return records.filter((record) => record.value.text === text).length
}
const writes = (since) =>
  proxy.log.slice(since).filter((entry) => isWrite(entry) && entry.phase === 'received')

// A question is heard and its answer handed in; `fault` is arranged before the answer leaves.
async function replyThrough(fault) {
  const conversation = await heard(await ask())
  const text = `Answer ${asked}`
  const since = proxy.log.length
  const rule = await fault?.()
  const act = await api.reply(conversation.id, text)
  return { act, text, rule, since, conversation }
}

test('nothing wrong: heard, answered, once', async () => {
  const { act, text } = await replyThrough()
  await ends(act, 'accepted')
  assert.equal(await onNetwork(text), 1)
  assert.equal((await state()).state, 'connected')
})

describe('a write goes wrong', () => {
  test('429: waits as long as told, then sends once', async () => {
    const { act, text, since } = await replyThrough(() =>
      proxy.rule({ match: isWrite, answer: 'limited', retryAfter: 6 }),
    )
    await ends(act, 'accepted')
    assert.equal(await onNetwork(text), 1)
    const [refused, sent, ...more] = writes(since)
    assert.ok(sent.at - refused.at >= 6000, `tried again after ${sent.at - refused.at} ms`)
    assert.equal(more.length, 0)
  })

  for (const [what, rule] of [
    ['500 before it was written', { answer: 'broken' }],
    ['502 with a page of HTML', { answer: 'html' }],
    ['the connection is cut before it was written', { drop: 'request' }],
  ])
    test(`${what}: looks it up, then sends it again`, async () => {
      const { act, text, since } = await replyThrough(() => proxy.rule({ match: isWrite, ...rule }))
      await ends(act, 'accepted')
      assert.equal(await onNetwork(text), 1)
      const [first, second] = writes(since)
      assert.equal(first.rkey, second.rkey)
      const between = proxy.log.filter((entry) => entry.n > first.n && entry.n < second.n)
      assert.ok(
        between.some((entry) => /getRecord/.test(entry.name) && entry.rkey === first.rkey),
        'the network is asked before the repeat',
      )
    })

  test('the connection is cut after it was written: looks it up, does not repeat', async () => {
    const { act, text, since } = await replyThrough(() =>
      proxy.rule({ match: isWrite, drop: 'answer' }),
    )
    await ends(act, 'accepted')
    assert.equal(await onNetwork(text), 1)
    assert.equal(writes(since).length, 1)
  })

  test('expired token: renews the session and sends once', async () => {
    const { act, text, since } = await replyThrough(() =>
      proxy.rule({ match: isWrite, answer: 'expired' }),
    )
    await ends(act, 'accepted')
    assert.equal(await onNetwork(text), 1)
    const renewed = proxy.log.slice(since).filter((entry) => entry.name.endsWith('refreshSession'))
    assert.ok(renewed.length > 0)
    assert.equal((await state()).state, 'connected')
  })

  test('400: rejected with words, the text is kept', async () => {
    const { act, text, conversation } = await replyThrough(() =>
      proxy.rule({
        match: isWrite,
        answer: {
          status: 400,
          body: { error: 'InvalidRequest', message: 'Record/text must not be longer' },
        },
      }),
    )
    await ends(act, 'rejected')
    const rejected = await api.get(`/acts/${act.id}`)
    assert.match(rejected.error, /Bluesky/)
    assert.equal(rejected.text, text)
    assert.equal(await onNetwork(text), 0)
    await api.post(`/acts/${act.id}/retry`)
    await ends(act, 'accepted')
    assert.equal(await onNetwork(text), 1)
    assert.equal((await api.get(`/conversations/${conversation.id}`)).failed, 0)
  })
})

test('network down: nothing is lost, and the gap is caught up', async () => {
  const conversation = await heard(await ask())
  const text = `Answer ${asked}`
  await proxy.down()
  const act = await api.reply(conversation.id, text)
  const meanwhile = await ask()
  await eventually(
    'the channel says so',
    async () => (await state()).sources.some((source) => source.last_error),
    { timeout: 60_000 },
  )
  assert.equal(
    (await state()).state,
    'connected',
    'a network that is away is no reason to reconnect',
  )
  assert.ok(!['accepted', 'rejected'].includes((await api.get(`/acts/${act.id}`)).state))
  await proxy.up()
  await ends(act, 'accepted', { timeout: 90_000 })
  assert.equal(await onNetwork(text), 1)
  await heard(meanwhile, { timeout: 60_000 })
  await eventually('the trouble is over', async () =>
    (await state()).sources.every((source) => !source.last_error),
  )
})

test('reading limited, then broken: goes on afterwards, hears each once', async () => {
  const isRead = (facts) => facts.name === 'app.bsky.notification.listNotifications'
  proxy.rule({ match: isRead, answer: 'limited', retryAfter: 2 })
  proxy.rule({ match: isRead, answer: 'broken', times: 2 })
  const text = await ask()
  const conversation = await heard(text, { timeout: 60_000 })
  const thread = await api.thread(conversation.id)
  assert.equal(thread.filter((post) => post.text === text).length, 1)
  assert.equal((await state()).state, 'connected')
})

test('PDS restarted: the session goes on', async () => {
  const { act, text } = await replyThrough(() => network.people.restartPds())
  await ends(act, 'accepted')
  assert.equal(await onNetwork(text), 1)
  await heard(await ask(), { timeout: 60_000 })
  assert.equal((await state()).state, 'connected')
})

test('session ended, password still good: signs in anew by itself', async () => {
  const since = proxy.log.length
  proxy.rule({ match: isWork, answer: 'expired' })
  proxy.rule({ match: 'refreshSession', answer: 'revoked' })
  await heard(await ask(), { timeout: 60_000 })
  assert.ok(proxy.log.slice(since).some((entry) => entry.name.endsWith('createSession')))
  assert.equal((await state()).state, 'connected')
})

test('app password taken back: asks to reconnect, keeps the reply, sends it afterwards', async () => {
  const conversation = await heard(await ask())
  const text = `Answer ${asked}`
  await network.people.revokeAppPassword({ who: brand.did })
  // Access tokens live on for two hours after that; the PDS must refuse them now.
  const refused = proxy.rule({
    match: isWork,
    answer: 'expired',
    times: Infinity,
  })
  const act = await api.reply(conversation.id, text)
  await eventually(
    'the channel asks to reconnect',
    async () => (await state()).state === 'reconnect',
    {
      timeout: 60_000,
    },
  )
  assert.ok((await state()).error)
  await sleep(6000)
  const waiting = await api.get(`/acts/${act.id}`)
  assert.ok(['queued', 'rejected', 'unknown'].includes(waiting.state), waiting.state)
  assert.equal(waiting.text, text)
  refused.remove()

  const { password } = await network.people.appPassword({ who: brand.did, name: 'again' })
  await assert.rejects(
    api.post(`/channels/${channel.id}/reconnect`, { app_password: 'wrong-wrong-wron-gwro' }),
  )
  assert.equal((await state()).state, 'reconnect')
  await api.post(`/channels/${channel.id}/reconnect`, { app_password: password })
  assert.equal((await state()).state, 'connected')
  if ((await api.get(`/acts/${act.id}`)).state === 'rejected')
    await api.post(`/acts/${act.id}/retry`)
  await ends(act, 'accepted', { timeout: 60_000 })
  assert.equal(await onNetwork(text), 1)
  await heard(await ask(), { timeout: 60_000 })
})

test('server restarted: takes up where it stopped', async () => {
  const conversation = await heard(await ask())
  const text = `Answer ${asked}`
  const act = await api.reply(conversation.id, text)
  await server.kill()
  const meanwhile = await ask()
  await server.start()
  await ends(act, 'accepted')
  assert.equal(await onNetwork(text), 1)
  await heard(meanwhile, { timeout: 60_000 })
})

test('in all of this, every question was heard once', async () => {
  const rows = await api.conversations()
  const texts = (await Promise.all(rows.map((row) => api.thread(row.id))))
    .flat()
    .map((post) => post.text)
  for (let i = 1; i <= asked; i++)
    assert.equal(
      texts.filter((text) => text === `Question ${i} for @${brand.handle}`).length,
      1,
      `question ${i}`,
    )
})

// What Rapport relies on in Bluesky's own programs, asked of them. docs/networks.md lists the same:
// when a newer version answers otherwise, this says so before a customer does.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newBrand, newPerson, startNetwork } from '../lib/network.mjs'
import { eventually } from '../lib/wait.mjs'

let network, brand, customer, session
before(async () => {
  network = await startNetwork('reliance', '--rate-limits')
  brand = await newBrand(network, 'brand')
  customer = await newPerson(network, 'customer')
  session = (await login(brand.handle, brand.appPassword)).body
})
after(() => network?.stop())

async function call(name, { body, query = {}, token } = {}) {
  const answer = await fetch(`${network.pds}/xrpc/${name}?${new URLSearchParams(query)}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      'x-ratelimit-bypass': network.rateLimitBypass,
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && Object.keys(body).length && { 'content-type': 'application/json' }),
    },
    body: body && Object.keys(body).length ? JSON.stringify(body) : undefined,
  })
  const text = await answer.text()
  return {
    status: answer.status,
    headers: answer.headers,
    body: text ? JSON.parse(text) : undefined,
  }
}
const login = (identifier, password) =>
  call('com.atproto.server.createSession', { body: { identifier, password } })
const refresh = (token) => call('com.atproto.server.refreshSession', { body: {}, token })
const say = (answer) => [answer.status, answer.body?.error]

const post = (text, more) => ({
  $type: 'app.bsky.feed.post',
  text,
  createdAt: '2026-01-02T03:04:05.678Z',
  ...more,
})
const write = (how, rkey, record, more) =>
  call(`com.atproto.repo.${how}`, {
    token: session.accessJwt,
    body: { repo: brand.did, collection: 'app.bsky.feed.post', rkey, record, ...more },
  })
const read = (rkey) =>
  call('com.atproto.repo.getRecord', {
    query: { repo: brand.did, collection: 'app.bsky.feed.post', rkey },
  })

describe('sessions', () => {
  test('an app password opens one, and its answer tells where to write', () => {
    const place = session.didDoc.service.find((one) => one.id.endsWith('#atproto_pds'))
    assert.equal(place.serviceEndpoint, network.pds)
    const claims = JSON.parse(Buffer.from(session.accessJwt.split('.')[1], 'base64url'))
    assert.equal(claims.scope, 'com.atproto.appPass')
    assert.equal(claims.exp - claims.iat, 2 * 3600)
  })

  test('a wrong password and an unknown handle answer alike', async () => {
    assert.deepEqual(say(await login(brand.handle, 'wrong')), [401, 'AuthenticationRequired'])
    assert.deepEqual(say(await login('nobody-at-all.test', 'x')), [401, 'AuthenticationRequired'])
  })

  test('missing and garbled tokens', async () => {
    const ask = (token) => call('app.bsky.notification.listNotifications', { token })
    assert.deepEqual(say(await ask()), [401, 'AuthMissing'])
    assert.deepEqual(say(await ask('garbage')), [400, 'InvalidToken'])
    assert.deepEqual(say(await refresh(session.accessJwt)), [400, 'InvalidToken'])
  })

  test('one refresh token may be used twice', async () => {
    const own = (await login(brand.handle, brand.appPassword)).body
    assert.equal((await refresh(own.refreshJwt)).status, 200)
    assert.equal((await refresh(own.refreshJwt)).status, 200)
  })

  test('after the app password is taken back: no refresh, no login, but the access token lives on', async () => {
    const { password } = await network.people.appPassword({ who: brand.did, name: 'short' })
    const own = (await login(brand.handle, password)).body
    await network.people.revokeAppPassword({ who: brand.did, name: 'short' })
    assert.deepEqual(say(await refresh(own.refreshJwt)), [400, 'ExpiredToken'])
    assert.deepEqual(say(await login(brand.handle, password)), [401, 'AuthenticationRequired'])
    assert.equal(
      (await call('com.atproto.server.getSession', { token: own.accessJwt })).status,
      200,
    )
  })

  test('too many logins are refused with the time to come back', async () => {
    const tries = await Promise.all(
      Array.from({ length: 32 }, () =>
        fetch(`${network.pds}/xrpc/com.atproto.server.createSession`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ identifier: 'nobody-at-all.test', password: 'x' }),
        }),
      ),
    )
    const limited = tries.find((answer) => answer.status === 429)
    assert.ok(limited)
    assert.equal((await limited.json()).error, 'RateLimitExceeded')
    assert.ok(Number(limited.headers.get('ratelimit-reset')) > Date.now() / 1000)
  })
})

describe('writing once', () => {
  test('createRecord with a key that exists is a 500', async () => {
    assert.equal((await write('createRecord', '3kaaaaaaaaa2a', post('made'))).status, 200)
    assert.deepEqual(say(await write('createRecord', '3kaaaaaaaaa2a', post('made'))), [
      500,
      'InternalServerError',
    ])
  })

  test('putRecord repeats safely, also five at once', async () => {
    const first = await write('putRecord', '3kaaaaaaaaa2b', post('put'))
    const again = await Promise.all(
      Array.from({ length: 5 }, () => write('putRecord', '3kaaaaaaaaa2b', post('put'))),
    )
    for (const answer of again) {
      assert.equal(answer.status, 200)
      assert.equal(answer.body.cid, first.body.cid)
      assert.equal(answer.body.commit, undefined)
    }
  })

  test('putRecord that must not overwrite', async () => {
    const fresh = await write('putRecord', '3kaaaaaaaaa2c', post('first'), { swapRecord: null })
    assert.equal(fresh.status, 200)
    const second = await write('putRecord', '3kaaaaaaaaa2c', post('second'), { swapRecord: null })
    assert.deepEqual(say(second), [400, 'InvalidSwap'])
    assert.equal((await read('3kaaaaaaaaa2c')).body.value.text, 'first')
  })

  test('what is refused', async () => {
    assert.deepEqual(say(await write('putRecord', '3kaaaaaaaaa2d', post('a'.repeat(301)))), [
      400,
      'InvalidRequest',
    ])
    assert.deepEqual(say(await write('putRecord', 'not a key', post('x'))), [400, 'InvalidRequest'])
    assert.deepEqual(say(await read('3kaaaaaaaaa2z')), [400, 'RecordNotFound'])
  })

  test('an answer to a post that never was is accepted', async () => {
    const nowhere = {
      uri: `at://${customer.did}/app.bsky.feed.post/3kaaaaaaaaa2y`,
      cid: 'bafyreigrzx3kh2rksb5buaioxmtxtuckxoekjwwq5nqzu2dtsmixsobqma',
    }
    const answer = await write(
      'putRecord',
      '3kaaaaaaaaa2e',
      post('to nobody', { reply: { root: nowhere, parent: nowhere } }),
    )
    assert.equal(answer.status, 200)
  })

  test('deleting twice is fine', async () => {
    await write('putRecord', '3kaaaaaaaaa2f', post('short-lived'))
    const remove = () =>
      call('com.atproto.repo.deleteRecord', {
        token: session.accessJwt,
        body: { repo: brand.did, collection: 'app.bsky.feed.post', rkey: '3kaaaaaaaaa2f' },
      })
    assert.deepEqual([(await remove()).status, (await remove()).status], [200, 200])
  })

  test('an account taken down', async () => {
    await network.people.takedown({ who: brand.did })
    assert.deepEqual(say(await write('putRecord', '3kaaaaaaaaa2g', post('x'))), [
      401,
      'AccountTakedown',
    ])
    assert.deepEqual(say(await login(brand.handle, brand.password)), [401, 'AccountTakedown'])
    // An app password is told nothing: it looks like a wrong one.
    const byApp = await login(brand.handle, brand.appPassword)
    assert.deepEqual(say(byApp), [401, 'AuthenticationRequired'])
    await network.people.restore({ who: brand.did })
    assert.equal((await login(brand.handle, brand.appPassword)).status, 200)
  })
})

describe('reading', () => {
  const told = async () => {
    await network.people.settle()
    return network.people.notifications({ who: brand.did })
  }

  test('mentions, answers and quotes are told; a name without a mark and others in the thread are not', async () => {
    const passer = await newPerson(network, 'passer')
    const own = await network.people.post({ who: brand.did, text: 'fresh today' })
    const mention = await network.people.post({ who: customer.did, text: `@${brand.handle} hello` })
    const answer = await network.people.reply({ who: customer.did, to: own.uri, text: 'is it?' })
    const quote = await network.people.quote({ who: customer.did, of: own.uri, text: 'look' })
    const unmarked = await network.people.post({
      who: customer.did,
      text: `@${brand.handle} hello`,
      facets: false,
    })
    const other = await network.people.reply({ who: passer.did, to: mention.uri, text: 'me too' })
    const reasons = new Map((await told()).map((one) => [one.uri, one.reason]))
    assert.equal(reasons.get(mention.uri), 'mention')
    assert.equal(reasons.get(answer.uri), 'reply')
    assert.equal(reasons.get(quote.uri), 'quote')
    assert.equal(reasons.has(unmarked.uri), false)
    assert.equal(reasons.has(other.uri), false)
    const thread = await network.people.thread({ uri: mention.uri })
    assert.deepEqual(
      thread.replies.map((reply) => reply.text),
      ['me too'],
    )
  })

  test('liking twice counts once', async () => {
    const { uri } = await network.people.post({ who: brand.did, text: 'like this' })
    await network.people.like({ who: customer.did, uri })
    await network.people.like({ who: customer.did, uri })
    await network.people.settle()
    const { body } = await call('app.bsky.feed.getPosts', {
      query: { uris: uri },
      token: session.accessJwt,
    })
    assert.equal(body.posts[0].likeCount, 1)
  })

  test('a deleted post is missing from getPosts and from the thread', async () => {
    const { uri } = await network.people.post({ who: customer.did, text: `@${brand.handle} oh no` })
    await network.people.settle()
    await network.people.delete({ who: customer.did, uri })
    await network.people.settle()
    const { body } = await call('app.bsky.feed.getPosts', {
      query: { uris: uri },
      token: session.accessJwt,
    })
    assert.deepEqual(body.posts, [])
    await assert.rejects(network.people.thread({ uri }), { code: 'NotFound' })
  })

  test('a post reaches the notifications within two seconds', async () => {
    const times = []
    for (let i = 0; i < 5; i++) {
      const { uri } = await network.people.post({
        who: customer.did,
        text: `@${brand.handle} ${i}`,
      })
      const started = Date.now()
      await eventually(
        'it is told',
        async () =>
          (await network.people.notifications({ who: brand.did, limit: 5 })).some(
            (one) => one.uri === uri,
          ),
        { every: 20, timeout: 5000 },
      )
      times.push(Date.now() - started)
    }
    console.log(`  told after ${times.join(', ')} ms`)
    assert.ok(Math.max(...times) < 2000)
  })
})

// The proxy itself, before a real PDS: a fault that does not happen as told would prove nothing.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { startNetwork } from '../lib/network.mjs'
import { startProxy } from './proxy.mjs'

let network, proxy, session
before(async () => {
  network = await startNetwork('proxy', '--no-appview')
  await network.people.account({ name: 'greta' })
  proxy = await startProxy({ pds: network.pds, plc: network.plc })
  session = await call('com.atproto.server.createSession', {
    identifier: 'greta.test',
    password: 'greta-pass-1',
  }).then((answer) => answer.json())
})
after(async () => {
  await proxy?.close()
  await network?.stop()
})
beforeEach(() => proxy.clear())

const call = (name, body) =>
  fetch(`${proxy.url}/xrpc/${name}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      ...(session && { authorization: `Bearer ${session.accessJwt}` }),
      ...(body && { 'content-type': 'application/json' }),
    },
    body: body && JSON.stringify(body),
  })
const put = (rkey) =>
  call('com.atproto.repo.putRecord', {
    repo: session.did,
    collection: 'app.bsky.feed.post',
    rkey,
    record: { $type: 'app.bsky.feed.post', text: rkey, createdAt: new Date().toISOString() },
  })
const stands = async (rkey) => {
  const { records } = await network.people.list({ who: 'greta' })
  return records.some((record) => record.uri.endsWith(rkey))
}

test('every DID document that passes names the proxy', async () => {
  const endpoint = (document) =>
    document.service.find((one) => one.id.endsWith('#atproto_pds')).serviceEndpoint
  assert.equal(endpoint(session.didDoc), proxy.url)
  assert.equal(endpoint(await (await fetch(`${proxy.plcUrl}/${session.did}`)).json()), proxy.url)
  const asked = await (await call('com.atproto.server.getSession')).json()
  assert.equal(endpoint(asked.didDoc), proxy.url)
})

test('a held request has not reached the PDS; released, it goes on', async () => {
  const held = proxy.rule({ match: 'putRecord', hold: 'request' })
  const answer = put('3lzzzzzzzza2a')
  assert.equal((await held.reached).rkey, '3lzzzzzzzza2a')
  assert.equal(await stands('3lzzzzzzzza2a'), false)
  held.release()
  assert.equal((await answer).status, 200)
  assert.equal(await stands('3lzzzzzzzza2a'), true)
})

test('a held answer stands on the PDS already', async () => {
  const held = proxy.rule({ match: 'putRecord', hold: 'answer' })
  const answer = put('3lzzzzzzzza2b')
  await held.reached
  assert.equal(await stands('3lzzzzzzzza2b'), true)
  held.release()
  assert.equal((await answer).status, 200)
})

test('a held request whose client dies never reaches the PDS', async () => {
  const held = proxy.rule({ match: 'putRecord', hold: 'request' })
  const death = new AbortController()
  const answer = fetch(`${proxy.url}/xrpc/com.atproto.repo.putRecord`, {
    method: 'POST',
    signal: death.signal,
    headers: { authorization: `Bearer ${session.accessJwt}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      repo: session.did,
      collection: 'app.bsky.feed.post',
      rkey: '3lzzzzzzzza2c',
      record: { text: 'x', createdAt: new Date().toISOString() },
    }),
  })
  await held.reached
  death.abort()
  await assert.rejects(answer)
  await proxy.entry((entry) => entry.phase === 'client gone' && entry.rkey === '3lzzzzzzzza2c')
  held.release()
  assert.equal(await stands('3lzzzzzzzza2c'), false)
})

test('connections are cut before and after', async () => {
  proxy.rule({ match: 'putRecord', drop: 'request' })
  await assert.rejects(put('3lzzzzzzzza2d'))
  assert.equal(await stands('3lzzzzzzzza2d'), false)
  proxy.rule({ match: 'putRecord', drop: 'answer' })
  await assert.rejects(put('3lzzzzzzzza2e'))
  assert.equal(await stands('3lzzzzzzzza2e'), true)
})

test('made-up answers come as told, as often as told', async () => {
  proxy.rule({ match: 'getSession', answer: 'limited', retryAfter: 7 })
  const limited = await call('com.atproto.server.getSession')
  assert.deepEqual([limited.status, limited.headers.get('retry-after')], [429, '7'])
  proxy.rule({ match: 'getSession', answer: 'broken', times: 2 })
  assert.deepEqual(
    [
      (await call('com.atproto.server.getSession')).status,
      (await call('com.atproto.server.getSession')).status,
    ],
    [500, 500],
  )
  assert.equal((await call('com.atproto.server.getSession')).status, 200)
  proxy.rule({ match: 'getSession', answer: 'expired' })
  assert.equal((await (await call('com.atproto.server.getSession')).json()).error, 'ExpiredToken')
})

test('down, nobody listens; up again, at the same address', async () => {
  await proxy.down()
  await assert.rejects(call('com.atproto.server.getSession'))
  await proxy.up()
  assert.equal((await call('com.atproto.server.getSession')).status, 200)
})

test('the log tells the phases of a write in order, with its key', () => {
  const phases = proxy.log
    .filter((entry) => entry.rkey === '3lzzzzzzzza2b')
    .map((entry) => entry.phase)
  assert.deepEqual(phases, ['received', 'forwarded', 'answered', 'held answer', 'returned'])
})

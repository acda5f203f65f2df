// A stream that breaks, refuses and forgets: what is said goes on being heard, and what cannot be
// heard any more is told. The stream is a stand-in of Jetstream's shape.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { startJetstream } from '../lib/jetstream.mjs'
import { newBrand, startNetwork } from '../lib/network.mjs'
import { connect, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

const person = 'did:plc:somebodyelse'
let network, one, two, server, api, monitor

before(async () => {
  network = await startNetwork('listening')
  one = await startJetstream()
  two = await startJetstream({ numbered: false })
  server = new Rapport({
    network,
    env: { RAPPORT_BLUESKY_JETSTREAM: `${one.url}, ${two.url}` },
  })
  await server.start()
  api = await server.asOwner()
  await connect(api, await newBrand(network, 'brand'))
  monitor = await api.post('/monitors', { name: 'Us', query: 'harbourbread' })
  await eventually('the stream is read', () => one.connections === 1)
})
after(async () => {
  await server?.remove()
  await one?.close()
  await two?.close()
  await network?.stop()
})

const words = async () => {
  const { items } = await api.get(`/monitors/${monitor.id}/posts?limit=100`)
  return items.map((each) => each.post.text).filter(Boolean)
}
const heard = (text, timeout = 30_000) =>
  eventually(`"${text}" is heard`, async () => (await words()).includes(text), { timeout })
const ledger = async () => {
  const { sources } = await api.get('/coverage')
  return sources.find((each) => each.source === 'stream')
}

describe('A stream', () => {
  test('is asked for posts alone, and brings those that a monitor wants', async () => {
    assert.equal(one.asked[0], '/subscribe?wantedCollections=app.bsky.feed.post')
    one.post(person, 'nothing to do with it')
    one.post(person, 'Harbourbread is good')
    await heard('Harbourbread is good')
    assert.deepEqual(await words(), ['Harbourbread is good'])
  })

  test('goes on where it was when the connection is cut', async () => {
    one.drop()
    one.post(person, 'Harbourbread, said while nobody listened')
    await heard('Harbourbread, said while nobody listened')
    assert.match(one.asked.at(-1), /&cursor=\d{1,6}$/, 'by the count of this server')
    assert.equal(new Set(await words()).size, (await words()).length)
  })

  test('brings edits and deletions', async () => {
    const { uri } = one.post(person, 'Harbourbread was stale')
    await heard('Harbourbread was stale')
    one.edit(uri, 'It was fine after all')
    await eventually('the new words stand there', async () => {
      const { items } = await api.get('/monitors/all/posts?limit=100')
      const texts = items.map((each) => each.post.text)
      return !texts.includes('Harbourbread was stale')
    })
    const other = one.post(person, 'Harbourbread, and I regret it')
    await heard('Harbourbread, and I regret it')
    one.delete(other.uri)
    await eventually(
      'its words are gone',
      async () => !(await words()).includes('Harbourbread, and I regret it'),
    )
  })

  test('is taken from the next server when one is away, by time and a little earlier', async () => {
    // What the first had, the second has, too; it is known by its id.
    const { uri } = one.post(person, 'Harbourbread on both')
    await heard('Harbourbread on both')
    const [, , did, , rkey] = uri.split('/')
    two.add({
      did,
      kind: 'commit',
      commit: {
        rev: rkey,
        operation: 'create',
        collection: 'app.bsky.feed.post',
        rkey,
        cid: 'bafyreionboth',
        record: {
          $type: 'app.bsky.feed.post',
          createdAt: new Date().toISOString(),
          text: 'Harbourbread on both',
        },
      },
    })
    one.refuse = 503
    one.drop()
    two.post('did:plc:elsewhere', 'Harbourbread, from the other server')
    await heard('Harbourbread, from the other server')
    assert.match(two.asked.at(-1), /&cursor=\d{16}$/)
    assert.equal((await words()).filter((text) => text === 'Harbourbread on both').length, 1)
    assert.ok((await ledger()).spans.every((span) => span.complete))
  })

  test('and what was forgotten while we were away is told as a gap', async () => {
    await server.stop()
    two.post(person, 'Harbourbread, forgotten')
    two.forget(two.total())
    // No real day passes here: the stand-in begins far later than it was asked to.
    two.shift(60 * 60)
    two.post(person, 'Harbourbread, an hour later')
    await server.start()
    api = await server.asOwner()
    await heard('Harbourbread, an hour later')
    const gap = await eventually('the ledger tells of it', async () =>
      (await ledger()).spans.find((span) => !span.complete),
    )
    assert.match(gap.reason, /no longer had/)
    assert.ok(!(await words()).includes('Harbourbread, forgotten'))
  })
})

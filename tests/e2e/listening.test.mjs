// Listening, on the real network: somebody speaks of the brand without naming its account, and the
// post stands under the monitor within seconds. Heard from the firehose of the network's own server.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { newBrand, newPerson, sharedNetwork } from '../lib/network.mjs'
import { connect, Rapport } from '../lib/rapport.mjs'
import { eventually, sleep } from '../lib/wait.mjs'

let network, server, api, brand, customer, monitor

before(async () => {
  network = await sharedNetwork('listening')
  brand = await newBrand(network, 'brand', 'Harbour Bread')
  customer = await newPerson(network, 'ana', 'Ana Ruiz')
  server = new Rapport({
    network,
    env: { RAPPORT_BLUESKY_FIREHOSE: network.pds.replace(/^http/, 'ws') },
  })
  await server.start()
  api = await server.asOwner()
  await connect(api, brand)
  monitor = await api.post('/monitors', {
    name: 'Harbour bread',
    query: '"harbour bread" AND (burnt OR stale)',
  })
  // What is said before anybody listens is the business of search.
  await sleep(3000)
})
after(async () => {
  await server?.remove()
  await network?.stop()
})

const heard = async (text) => {
  const { items } = await api.get(`/monitors/${monitor.id}/posts?limit=50`)
  return items.find((each) => each.post.text === text)
}
const within = (text, timeout = 15_000) =>
  eventually(`"${text}" stands under the monitor`, () => heard(text), { timeout, every: 50 })

// The words that an answer marks.
const marked = (each) => {
  const bytes = Buffer.from(each.post.text)
  return each.spans.map(({ begin, end }) => bytes.subarray(begin, end).toString())
}

describe('An untagged post about the brand', () => {
  const text = '🥖 Harbour bread again: crust burnt, crumb fine'

  test('appears under its monitor within five seconds, with the words that were found', async () => {
    const started = performance.now()
    const said = await network.people.post({ who: customer.did, text })
    const each = await within(text)
    const took = performance.now() - started
    console.log(`  under its monitor after ${Math.round(took)} ms`)
    assert.ok(took < 5000, `${took} ms`)
    assert.deepEqual(marked(each), ['Harbour bread', 'burnt'])
    assert.equal(each.state, 'heard', 'nobody spoke to us: it waits for nobody')
    assert.equal((await api.conversations({ state: 'waiting' })).length, 0)
    assert.ok(said.uri.startsWith('at://'))
  })

  test('names its author once that is looked up', async () => {
    await eventually('the handle is known', async () => {
      const each = await heard(text)
      return each.post.author.handle === customer.handle
    })
  })

  test('and nothing else does', async () => {
    await network.people.post({ who: customer.did, text: 'Harbour bread is fine today' })
    const later = 'A later one: harbour bread, stale'
    await network.people.post({ who: customer.did, text: later })
    await within(later)
    const { items } = await api.get(`/monitors/${monitor.id}/posts?limit=50`)
    assert.deepEqual(items.map((each) => each.post.text).sort(), [text, later].sort())
  })

  test('is heard though nobody listened when it was said', async () => {
    await server.stop()
    const meanwhile = 'Said meanwhile: harbour bread, burnt to ashes'
    await network.people.post({ who: customer.did, text: meanwhile })
    await server.start()
    api = await server.asOwner()
    await within(meanwhile)
  })

  test('goes when its author deletes it', async () => {
    const regretted = 'Harbour bread was burnt, and I regret saying so'
    const { uri } = await network.people.post({ who: customer.did, text: regretted })
    await within(regretted)
    await network.people.delete({ who: customer.did, uri })
    await eventually('its words are gone', async () => !(await heard(regretted)), {
      timeout: 10_000,
    })
  })
})

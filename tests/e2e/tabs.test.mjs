// Eight tabs of one browser share one event stream, and outlast a minute of silence.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, somebody } from '../lib/browser.mjs'
import { newBrand, newPerson, sharedNetwork } from '../lib/network.mjs'
import { connect, owner, Rapport } from '../lib/rapport.mjs'
import { eventually, sleep } from '../lib/wait.mjs'

let network, server, brand, customer, browser, context
before(async () => {
  network = await sharedNetwork('tabs')
  brand = await newBrand(network, 'brand')
  customer = await newPerson(network, 'customer')
  server = new Rapport({ network })
  await server.start()
  await connect(await server.asOwner(), brand)
  browser = await launch()
  context = await somebody(browser, server, { signedIn: owner })
})
after(async () => {
  await browser?.close()
  await server?.remove()
  await network?.stop()
})

test('eight tabs, one stream, 60 s of silence, then news in all of them', {
  timeout: 180_000,
}, async () => {
  const open = new Map() // tab → its streams under way
  const tabs = []
  for (let i = 0; i < 8; i++) {
    const tab = await context.newPage()
    open.set(tab, new Set())
    tab.on('request', (request) => {
      if (request.url().includes('/api/events')) open.get(tab).add(request)
    })
    for (const end of ['requestfinished', 'requestfailed'])
      tab.on(end, (request) => open.get(tab).delete(request))
    await tab.goto('/inbox')
    await tab.getByRole('heading', { name: 'Inbox' }).waitFor()
    tabs.push(tab)
  }
  const streams = () => [...open.values()].reduce((sum, set) => sum + set.size, 0)
  await eventually('one stream is open', () => streams() === 1)

  // Every second, because a stream that breaks and comes back would go unseen at the end.
  for (let second = 0; second < 60; second++) {
    await sleep(1000)
    assert.equal(streams(), 1, `after ${second} s`)
    for (const tab of tabs)
      assert.equal(await tab.getByText(/reconnecting/i).count(), 0, `after ${second} s`)
  }

  const news = async (text, among) => {
    await network.people.post({ who: customer.did, text: `@${brand.handle} ${text}` })
    await Promise.all(
      among.map((tab) =>
        tab.getByTestId('conversation-row').filter({ hasText: text }).waitFor({ timeout: 30_000 }),
      ),
    )
  }
  await news('after a long silence', tabs)

  // The tab that holds the stream goes; another takes over where it stopped.
  const leader = tabs.find((tab) => open.get(tab).size === 1)
  await leader.close()
  open.delete(leader)
  const rest = tabs.filter((tab) => tab !== leader)
  await news('without the first tab', rest)
  assert.equal(streams(), 1)
  assert.deepEqual(context.errors, [])
})

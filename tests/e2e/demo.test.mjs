// A newcomer's first minutes: the sandbox, without any account or password.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, somebody, watched } from '../lib/browser.mjs'
import { Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let server, browser, context
before(async () => {
  server = new Rapport({ command: 'demo' })
  await server.start()
  browser = await launch()
  context = await somebody(browser, server)
})
after(async () => {
  await browser?.close()
  await server?.remove()
})

test('opens signed in, says that it is a sandbox, and people can be answered', async () => {
  const page = await context.newPage()
  await watched(page, 'demo', async () => {
    await page.goto('/')
    await page
      .getByText(/sandbox/i)
      .first()
      .waitFor()
    const row = page.getByTestId('conversation-row').first()
    await row.waitFor()
    const id = await row.getAttribute('data-conversation-id')
    await row.click()
    await page.getByTestId('thread-post').first().waitFor()
    await page.getByTestId('person-card').first().waitFor()
    await page.getByTestId('composer').fill('Thank you for telling us. It is on its way.')
    await page.getByTestId('send').click()
    await page.getByTestId('thread-post').filter({ hasText: 'It is on its way.' }).first().waitFor()
    await eventually('the sandbox took it', async () => {
      const answer = await context.request.get(`/api/conversations/${id}`)
      const conversation = await answer.json()
      return conversation.sending === 0 && conversation.failed === 0
    })
    assert.deepEqual(context.errors, [])
  })
})

test('a month is in it: people in every state, some of whom have waited for days', async () => {
  const ask = async (path) => (await context.request.get(`/api/${path}`)).json()
  const counts = await ask('counts')
  for (const state of ['open', 'waiting', 'snoozed', 'resolved', 'skipped', 'mine', 'unassigned'])
    assert.ok(counts[state] > 0, `nothing is ${state}`)
  assert.ok(counts.resolved >= 50)

  const { items } = await ask('conversations?state=open&limit=50')
  const days = (row) => (Date.now() - Date.parse(row.waiting_since)) / 86_400_000
  assert.ok(items.some((row) => days(row) > 3) && items.some((row) => days(row) < 0.05))

  const found = await ask('conversations?state=all&q=Velocorp')
  const rumour = await ask(`conversations/${found.items[0].id}/thread`)
  assert.match(rumour.items[0].text, /^FALSE\./)
  assert.equal(rumour.items.length, 26)
})

test('nothing is fetched from anywhere else', async () => {
  const page = await context.newPage()
  const elsewhere = []
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (!['data:', 'blob:'].includes(url.protocol) && url.origin !== server.url)
      elsewhere.push(request.url())
  })
  await page.goto('/inbox')
  await page.getByTestId('conversation-row').first().click()
  await page.getByTestId('person-card').first().waitFor()
  await page.goto('/settings/channels')
  await page.getByTestId('channel-row').first().waitFor()
  assert.deepEqual(elsewhere, [])
})

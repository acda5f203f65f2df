// The main job over the Mastodon API, against a stand-in that answers in its documented shape: no real
// server can be run here (docs/networks.md).
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { launch, somebody, watched } from '../lib/browser.mjs'
import { MastodonStandIn } from '../lib/mastodon-stand-in.mjs'
import { owner, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let there, server, api, browser, context, page

before(async () => {
  there = await new MastodonStandIn().start()
  server = new Rapport({ env: { RAPPORT_ALLOW_PRIVATE_ADDRESSES: '1' } })
  await server.start()
  api = await server.asOwner()
  browser = await launch()
  context = await somebody(browser, server, { signedIn: owner })
})
after(async () => {
  await browser?.close()
  await server?.remove()
  await there?.stop()
})
beforeEach(async () => {
  await page?.close()
  page = await context.newPage()
})

const channel = async () => (await api.get('/channels')).items[0]
const field = (request, name) => new URLSearchParams(request.body).get(name)

test('an account is connected on its own server, which sends the browser back', () =>
  watched(page, 'mastodon-connect', async () => {
    await page.goto('/settings/channels')
    await page.getByRole('button', { name: 'Connect an account' }).click()
    await page.getByText('Mastodon', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Your server' }).fill('nowhere.invalid')
    await page.getByRole('button', { name: 'Go on to your server' }).click()
    await page.getByText('cannot be found').waitFor()
    await page.getByRole('textbox', { name: 'Your server' }).fill(there.origin)
    await page.getByRole('button', { name: 'Go on to your server' }).click()
    await page.getByRole('link', { name: 'Allow' }).click()
    await page.waitForURL('**/settings/channels')
    await page.getByTestId('channel-row').getByText('@northwind@social.example').waitFor()
    const connected = await channel()
    assert.equal(connected.state, 'connected')
    assert.equal(connected.limits.text_max, 500)
    assert.equal(connected.limits.image_bytes_max, 16777216)
    assert.equal(there.tokens.size, 1)
  }))

test('a browser that comes back without a code is told so, and a made-up state opens nothing', () =>
  watched(page, 'mastodon-denied', async () => {
    await page.goto('/oauth/callback?error=access_denied&state=x')
    await page.getByText('You did not let Rapport in').waitFor()
    await page.goto('/oauth/callback?code=x&state=v1.made-up')
    await page.getByText('This sign-in was not begun here by you.').waitFor()
    await page.getByRole('link', { name: 'Back to your channels' }).click()
    await page.getByTestId('channel-row').waitFor()
  }))

test('a mention shows in the Inbox under its warning, and the answer goes out once', () =>
  watched(page, 'mastodon-main-job', async () => {
    await page.goto('/inbox')
    const said = there.mention('is the rye back?', {
      spoiler_text: 'food',
      visibility: 'unlisted',
    })
    // What the warning covers is covered in the list as well.
    const row = page.getByTestId('conversation-row').filter({ hasText: 'Content warning: food' })
    await row.waitFor()
    assert.doesNotMatch(await row.innerText(), /rye/)
    await row.click()
    await page.getByTestId('cover').getByText('Content warning: food').waitFor()
    await page.getByRole('button', { name: 'Show', exact: true }).click()
    await page.getByText('@northwind@social.example').first().waitFor()
    await page.getByTestId('composer').fill('It is back tomorrow.')
    await page.keyboard.press('Control+Enter')
    const sent = await eventually('the answer arrives', () =>
      there.requests.find((one) => one.method === 'POST' && one.path === '/api/v1/statuses'),
    )
    assert.equal(field(sent, 'status'), '@ana@elsewhere.example It is back tomorrow.')
    assert.equal(field(sent, 'in_reply_to_id'), said.id)
    assert.equal(field(sent, 'spoiler_text'), 'food')
    assert.equal(field(sent, 'visibility'), 'unlisted')
    assert.match(sent.headers['idempotency-key'], /^\w{13}$/)
    await eventually('nobody waits any more', async () => {
      const row = await api.conversationSaying('is the rye back?')
      return row && !row.waiting_since
    })
    // Heard again among our own posts, it is the same post, unchanged.
    await eventually('our own posts were read since', () =>
      there.requests
        .slice(there.requests.indexOf(sent))
        .some((one) => /9\/statuses$/.test(one.path)),
    )
    const { id } = await api.conversationSaying('is the rye back?')
    const thread = await api.thread(id)
    const ours = thread.filter((post) => post.author.ours)
    assert.equal(ours.length, 1)
    assert.equal(ours[0].text, '@ana@elsewhere.example It is back tomorrow.')
    assert.equal(ours[0].edited_at, null)
    assert.equal(there.writes, 1)
  }))

// There is no stream: the server's search is asked.
test('a post that names nobody shows under its monitor, with the words that found it', async () => {
  const words = 'Anybody tried the rye at Northwind lately?'
  there.status(there.ana, `<p>${words}</p>`)
  there.status(there.ana, '<p>Northwinds are cold today</p>')
  const monitor = await api.post('/monitors', { name: 'Us', query: 'northwind AND rye' })
  const began = performance.now()
  const [heard] = await eventually('it is found', async () => {
    const { items } = await api.get(`/monitors/${monitor.id}/posts`)
    return items.filter(({ state }) => state === 'heard').length > 0 && items
  })
  assert.equal(heard.post.text, words)
  assert.equal(heard.post.author.handle, 'ana@elsewhere.example')
  const bytes = Buffer.from(words)
  const found = heard.spans.map(({ begin, end }) => bytes.subarray(begin, end).toString())
  assert.deepEqual(found, ['rye', 'Northwind'])
  console.log(
    `found ${((performance.now() - began) / 1000).toFixed(1)} s after its monitor was made`,
  )
})

test('a token taken back asks to reconnect; a code copied by hand does', async () => {
  there.revoke()
  const lost = await eventually('it is noticed', async () => {
    const now = await channel()
    return now.state === 'reconnect' && now
  })
  assert.match(lost.error, /connect this account again/)
  const begun = await api.post('/channels/sign-in', { channel_id: lost.id, shows_code: true })
  const shown = await (await fetch(begun.address)).text()
  const code = shown.match(/<code>(.+)<\/code>/)[1]
  const back = await api.post('/channels/sign-in/finish', { state: begun.state, code })
  assert.equal(back.id, lost.id)
  assert.equal(back.state, 'connected')
  // A code works once.
  await assert.rejects(
    api.post('/channels/sign-in/finish', { state: begun.state, code }),
    (problem) => problem.status === 400 && problem.body.field === 'code',
  )
  there.mention('heard after all?')
  await eventually('it listens again', () => api.conversationSaying('heard after all?'))
})

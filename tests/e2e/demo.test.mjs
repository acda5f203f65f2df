// A newcomer's first minutes: the sandbox, without any account or password.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, somebody, violations, watched } from '../lib/browser.mjs'
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

// The conversation in which these words were said.
async function openSaid(page, words) {
  const answer = await context.request.get(`/api/conversations?state=all&q=${words}`)
  const { items } = await answer.json()
  await page.goto(`/inbox/${items[0].id}`)
  await page.getByTestId('thread-post').first().waitFor()
  return items[0].id
}

test('below a post stands what it says, and a press marks the words that say so', async () => {
  const ask = async (path) => (await context.request.get(`/api/${path}`)).json()
  const { items } = await ask('conversations?state=open&limit=50')
  const asking = items.find((row) => row.reading?.intents.includes('question'))
  assert.ok(asking, 'nobody who waits asks anything')
  const page = await context.newPage()
  await watched(page, 'demo-reading', async () => {
    await page.goto(`/inbox/${asking.id}`)
    const post = page
      .getByTestId('thread-post')
      .filter({ has: page.getByRole('button', { name: 'Question' }) })
      .first()
    const question = post.getByRole('button', { name: 'Question' })
    await question.click()
    await post.locator('mark').first().waitFor()
    assert.equal(await question.getAttribute('aria-expanded'), 'true')
    assert.deepEqual(await violations(page), [])
    await question.press('Enter')
    assert.equal(await post.locator('mark').count(), 0)
  })
})

test('a link is shown as a card before it is sent, and goes out as it was shown', async () => {
  const page = await context.newPage()
  await watched(page, 'demo-card', async () => {
    const id = await openSaid(page, 'ewe')
    const card = page.getByTestId('card-preview')
    await page.getByTestId('composer').fill('All of it is here: https://ottersby.example/mending')
    await card.getByText('The mending bench').waitFor()
    assert.deepEqual(await violations(page), [])
    // Left out, and back with another link.
    await card.getByRole('button', { name: 'Leave the card out' }).click()
    await card.waitFor({ state: 'hidden' })
    await page.getByTestId('composer').fill('All of it is here: https://ottersby.example/heron-ii')
    await card.getByText('Heron II: is mine one of the 212?').waitFor()
    await page.getByTestId('send').click()
    const sent = page.getByTestId('thread-post').filter({ hasText: 'All of it is here' })
    await sent.getByRole('link', { name: /Heron II: is mine one of the 212/ }).waitFor()
    await eventually('the sandbox has it', async () => {
      const thread = await (await context.request.get(`/api/conversations/${id}/thread`)).json()
      const post = thread.items.find((each) => each.text.startsWith('All of it is here'))
      return post?.media[0]?.title === 'Heron II: is mine one of the 212?'
    })
  })
})

test('the one of two accounts that likes or follows is chosen', async () => {
  const page = await context.newPage()
  await watched(page, 'demo-as', async () => {
    const { items } = await (await context.request.get('/api/channels')).json()
    const bench = items.find((each) => each.account.handle === 'ottersby-mending.example')
    await openSaid(page, 'floss')
    const asked = (path) => page.waitForResponse((one) => one.url().endsWith(path) && one.ok())
    await page
      .getByRole('button', { name: /^More about/ })
      .first()
      .click()
    const [like] = await Promise.all([
      asked('/like'),
      page.getByRole('menuitem', { name: 'Like as @ottersby-mending.example' }).click(),
    ])
    assert.equal((await like.json()).channel_id, bench.id)
    await page
      .getByRole('button', { name: /^Take the like back/ })
      .first()
      .waitFor()

    await page.getByTestId('person-card').getByRole('button', { name: 'Follow' }).click()
    const [follow] = await Promise.all([
      asked('/follow'),
      page.getByRole('menuitem', { name: 'Follow as @ottersby-mending.example' }).click(),
    ])
    assert.equal((await follow.json()).channel_id, bench.id)
    await page.getByTestId('person-card').getByRole('button', { name: 'Following' }).waitFor()
  })
})

test('on a phone the palette is at hand', async () => {
  const phone = await somebody(browser, server, {
    viewport: { width: 390, height: 844 },
  })
  const page = await phone.newPage()
  await watched(page, 'demo-find', async () => {
    await page.goto('/inbox')
    await page.getByRole('button', { name: 'Find' }).click()
    await page.getByTestId('palette').fill('mango')
    await page.getByRole('option', { name: /un mango maduro/ }).click()
    await page.getByTestId('thread-post').first().waitFor()
  })
  await phone.close()
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

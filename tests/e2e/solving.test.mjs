// Resolving with a reason, and telling everyone who raised one: in the sandbox.
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
  // The sandbox lets in whoever asks who is there.
  await ask('session')
})
after(async () => {
  await browser?.close()
  await server?.remove()
})

const ask = async (path) => (await context.request.get(`/api/${path}`)).json()

test('a conversation is resolved for what their posts were read to be about', async () => {
  // The story's posts are read beside everything else.
  const row = await eventually('somebody who waits gives a reason', async () => {
    const { items } = await ask('conversations?state=open&reason=delivery&limit=50')
    return items[0]
  })
  const page = await context.newPage()
  await watched(page, 'solving-resolve', async () => {
    await page.goto(`/inbox/${row.id}`)
    await page.getByTestId('thread-post').first().waitFor()
    await page.keyboard.press('Shift+E')
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Read from their posts.').waitFor()
    await dialog.getByLabel('What was done').fill('A new one is on its way')
    await page.keyboard.press('Enter')
    await eventually('it is resolved', async () => {
      const now = await ask(`conversations/${row.id}`)
      return now.state === 'resolved' && now.resolved_for?.key === now.suggested_reason.key
    })
    const now = await ask(`conversations/${row.id}`)
    assert.equal(now.history[0].detail, 'A new one is on its way')
    await page.goto(`/inbox/${row.id}`)
    await page.getByText(`${now.resolved_for.name} · A new one is on its way`).first().waitFor()
    assert.deepEqual(context.errors, [])
  })
})

test('a reason is fixed, one is told, and ticks itself', async () => {
  const page = await context.newPage()
  await watched(page, 'solving-told', async () => {
    await page.goto('/insights/reasons?days=90')
    await page.getByRole('button', { name: /^It is fixed: Delivery/ }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('What was done').fill('Another courier since Monday')
    await dialog.getByRole('button', { name: 'Make the list' }).click()
    const list = page.getByTestId('remedy-people')
    await list.getByRole('listitem').first().waitFor()
    await page.getByText(/people raised it\. 0 of/).waitFor()
    const address = page.url()
    const { items } = await ask('remedies')
    const { people } = items[0]

    await page.keyboard.press('n')
    await page.getByTestId('thread-post').first().waitFor()
    const id = page.url().match(/\/inbox\/(\d+)/)[1]
    const told = await ask(`remedies/${items[0].id}/people`)
    const person = told.items.find((one) => one.conversation_id === id)
    // The composer stands on the very post.
    await page.locator(`[data-post-id="${person.post_id}"][data-target]`).waitFor()
    await page.getByTestId('composer').fill('We changed the courier, and you made us do it.')
    await page.getByTestId('send').click()
    await eventually('it is told', async () => (await ask(`remedies/${items[0].id}`)).told === 1)

    await page.goto(address)
    await page.getByText(`1 of ${people} told`).first().waitFor()
    const row = list.getByRole('listitem').filter({ has: page.getByText('Told', { exact: false }) })
    await row.first().waitFor()

    // Somebody settled it long ago.
    await list
      .getByRole('button', { name: /^Put .* aside$/ })
      .first()
      .click()
    await page.getByLabel('Why they need not be told').fill('Settled it by phone')
    await page.getByRole('dialog').getByRole('button', { name: 'Put aside' }).click()
    await list.getByText(/Put aside by .*: Settled it by phone/).waitFor()
    await page.getByRole('button', { name: 'Close this list' }).click()
    await page.getByText('This list is closed.').waitFor()
    assert.deepEqual(context.errors, [])
  })
})

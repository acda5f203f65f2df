// A whole shift without touching the mouse.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { launch, somebody, watched } from '../lib/browser.mjs'
import { newBrand, newPerson, sharedNetwork } from '../lib/network.mjs'
import { connect, owner, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let network, server, api, brand, customer, browser, context, page
before(async () => {
  network = await sharedNetwork('keyboard')
  brand = await newBrand(network, 'brand')
  customer = await newPerson(network, 'customer')
  server = new Rapport({ network })
  await server.start()
  api = await server.asOwner()
  await connect(api, brand)
  for (let i = 1; i <= 8; i++)
    await network.people.post({ who: customer.did, text: `@${brand.handle} matter ${i}` })
  await eventually(
    'all are heard',
    async () => (await api.conversations({ state: 'open' })).length === 8,
  )
  browser = await launch()
  context = await somebody(browser, server, { signedIn: owner })
})
after(async () => {
  await browser?.close()
  await server?.remove()
  await network?.stop()
})
beforeEach(async () => {
  await page?.close()
  page = await context.newPage()
  await page.goto('/inbox')
  await rows().first().waitFor()
})

const rows = () => page.getByTestId('conversation-row')
const press = (key) => page.keyboard.press(key)
const focused = () => page.evaluate(() => document.activeElement.dataset.conversationId)
// A dialog's first choice takes the focus once it has opened.
const choiceHasFocus = () =>
  eventually('the first choice has the focus', () =>
    page.evaluate(() => document.activeElement.closest('[role=dialog] li') !== null),
  )
const openId = () => page.url().match(/\/inbox\/(\d+)/)?.[1]
const conversation = (id) => api.get(`/conversations/${id}`)

test('j and k walk the list, Enter opens, Escape leaves', () =>
  watched(page, 'keyboard-jk', async () => {
    const ids = await rows().evaluateAll((all) => all.map((one) => one.dataset.conversationId))
    await press('j')
    const first = await focused()
    await press('j')
    await eventually(
      'the next has the focus',
      async () => (await focused()) === ids[ids.indexOf(first) + 1],
    )
    await press('k')
    await eventually('the first again', async () => (await focused()) === first)
    await press('Enter')
    await page.getByTestId('thread-post').first().waitFor()
    assert.equal(openId(), first)
  }))

test('r answers, Ctrl+Enter sends, u takes it back', () =>
  watched(page, 'keyboard-reply', async () => {
    await press('j')
    await press('Enter')
    await page.getByTestId('thread-post').first().waitFor()
    const id = openId()
    await press('r')
    await eventually('one can type', () =>
      page.evaluate(() => document.activeElement.matches('textarea, [contenteditable]')),
    )
    await page.keyboard.type('Straight from the keys')
    await press('Control+Enter')
    await eventually('it is queued', async () => (await conversation(id)).sending === 1)
    await page.getByTestId('undo').first().waitFor()
    await press('Escape')
    await press('u')
    await eventually('it is taken back', async () => (await conversation(id)).sending === 0)
    assert.equal((await conversation(id)).my_draft.text, 'Straight from the keys')
  }))

test('e resolves', () =>
  watched(page, 'keyboard-resolve', async () => {
    await press('j')
    const id = await focused()
    await press('e')
    await eventually('it is resolved', async () => (await conversation(id)).state === 'resolved')
    await eventually(
      'it leaves the list',
      async () =>
        !(await rows().evaluateAll((all) => all.map((one) => one.dataset.conversationId))).includes(
          id,
        ),
    )
  }))

test('a assigns', () =>
  watched(page, 'keyboard-assign', async () => {
    await press('j')
    const id = await focused()
    await press('a')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    await dialog.getByRole('button', { name: owner.name }).waitFor()
    await choiceHasFocus()
    await press('Enter')
    await eventually(
      'it is theirs',
      async () => (await conversation(id)).owner?.name === owner.name,
    )
  }))

test('z snoozes', () =>
  watched(page, 'keyboard-snooze', async () => {
    await press('j')
    const id = await focused()
    await press('z')
    await page.getByRole('dialog').waitFor()
    await choiceHasFocus()
    await press('Enter')
    await eventually('it is snoozed', async () => (await conversation(id)).state === 'snoozed')
  }))

test('s skips, with a reason', () =>
  watched(page, 'keyboard-skip', async () => {
    await press('j')
    const id = await focused()
    await press('s')
    await page.getByRole('dialog').waitFor()
    await choiceHasFocus()
    await press('Enter')
    await eventually('it is skipped', async () => (await conversation(id)).state === 'skipped')
  }))

test('? shows the sheet, Escape puts it away and the focus returns', () =>
  watched(page, 'keyboard-sheet', async () => {
    await press('j')
    const before = await focused()
    await press('?')
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Keyboard').first().waitFor()
    await press('Escape')
    await sheet.waitFor({ state: 'hidden' })
    await eventually('the focus is where it was', async () => (await focused()) === before)
  }))

test('typing in a field is not a command', () =>
  watched(page, 'keyboard-field', async () => {
    await press('/')
    await page.keyboard.type('jrea')
    assert.equal(await page.getByRole('searchbox').inputValue(), 'jrea')
    assert.equal(await page.getByRole('dialog').count(), 0)
  }))

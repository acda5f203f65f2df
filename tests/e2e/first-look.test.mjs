// The first look round: by keys alone from its offer to its end, skipped, and gone on with later.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, somebody, violations, watched } from '../lib/browser.mjs'
import { Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let browser, server
before(async () => {
  server = new Rapport({ command: 'demo' })
  await server.start()
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await server?.remove()
})

// Somebody who has never been here.
let members = 0
async function newcomer(options) {
  const who = { email: `new-${++members}@ottersby.example`, password: 'a long enough secret' }
  await server.addMember({ name: `Newcomer ${members}`, role: 'agent', ...who, ...options?.who })
  const context = await somebody(browser, server, {
    signedIn: who,
    newcomer: true,
    ...options?.browser,
  })
  const page = await context.newPage()
  await page.goto('/inbox')
  await page.getByTestId('conversation-row').first().waitFor()
  return { context, page, who }
}

const card = (page) => page.getByTestId('first-look')
const title = (page, text) => card(page).getByRole('heading', { name: text }).waitFor()
const progress = (page) =>
  page.evaluate(async () => {
    const session = await (await fetch('/api/session')).json()
    return session.preferences.first_look
  })
const clean = async (page, context) => {
  const found = await violations(page)
  assert.equal(found.length, 0, `\n${found.join('\n')}`)
  assert.deepEqual(context.errors, [])
}
const inCard = (page) =>
  page.evaluate(() => document.activeElement.closest('[data-testid=first-look]') !== null)
// By F6 to the card, and on with its first button.
const next = async (page) => {
  if (!(await inCard(page))) await page.keyboard.press('F6')
  await eventually('the card has the focus', () => inCard(page))
  await page.keyboard.press('Enter')
}

test('is walked from end to end by keys alone, and nothing on the way is in axe’s way', async () => {
  const { context, page } = await newcomer()
  const press = (key) => page.keyboard.press(key)
  await watched(page, 'first-look-keys', async () => {
    await title(page, 'Two minutes, if you like')
    assert.equal(await inCard(page), false, 'it takes no focus by itself')
    await clean(page, context)
    await next(page)

    await title(page, 'Who waits, and since when')
    await eventually('it is kept', async () => (await progress(page)) === 'at waits')
    await clean(page, context)
    await press('j')
    await press('Enter')

    await title(page, 'The whole thread')
    await page.getByTestId('thread-post').first().waitFor()
    await clean(page, context)
    await press('J')
    await next(page)

    await title(page, 'Who is speaking')
    await clean(page, context)
    await next(page)

    await title(page, 'Write to this one person')
    await press('F6')
    await eventually('the focus is back on the page', async () => !(await inCard(page)))
    await press('r')
    await eventually('one can type', () =>
      page.evaluate(() => document.activeElement.matches('textarea, [contenteditable=true]')),
    )
    await clean(page, context)
    await page.keyboard.type('We read this and are on it. Thank you for waiting.')
    await press('Control+Enter')

    await title(page, 'There it stands')
    await page.getByText('We read this and are on it.').first().waitFor()
    await clean(page, context)
    await next(page)

    await title(page, 'Then it may leave the list')
    await clean(page, context)
    await press('a')
    await page.getByRole('dialog').waitFor()
    await eventually('the first choice has the focus', () =>
      page.evaluate(() => document.activeElement.closest('[role=dialog] li') !== null),
    )
    await press('ArrowDown')
    await press('Enter')

    await title(page, 'Find what was said')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await clean(page, context)
    await press('/')
    await page.keyboard.type('goat')

    await title(page, 'What was heard, and what was not')
    await clean(page, context)
    await press('Escape')
    await press('g')
    await press('s')

    await title(page, 'That is what was heard')
    await page.getByTestId('channel-row').first().waitFor()
    await clean(page, context)
    await next(page)
    await card(page).waitFor({ state: 'hidden' })
    await eventually('it is kept', async () => (await progress(page)) === 'done')

    await page.reload()
    await page.getByTestId('channel-row').first().waitFor()
    assert.equal(await card(page).count(), 0, 'it does not come back by itself')
  })
  await context.close()
})

test('goes on where it was left', async () => {
  const { context, page, who } = await newcomer()
  await watched(page, 'first-look-left', async () => {
    await card(page).getByRole('button', { name: 'Show me around' }).click()
    await page.getByTestId('conversation-row').first().click()
    await title(page, 'The whole thread')
    await card(page).getByRole('button', { name: 'Next' }).click()
    await title(page, 'Who is speaking')
    await eventually('it is kept', async () => (await progress(page)) === 'at person')

    // No conversation is open here: it asks for one first.
    await page.goto('/inbox')
    await title(page, 'Open a conversation to go on')
    await page.getByTestId('conversation-row').first().click()
    await title(page, 'Who is speaking')

    // Nor does another browser begin anew.
    const other = await somebody(browser, server, { signedIn: who, newcomer: true })
    const there = await other.newPage()
    await there.goto('/inbox')
    await title(there, 'Open a conversation to go on')
    await other.close()
  })
  await context.close()
})

test('is skipped by Escape, and comes when it is asked for, at the same place', async () => {
  const { context, page } = await newcomer()
  await watched(page, 'first-look-skipped', async () => {
    await card(page).getByRole('button', { name: 'Show me around' }).click()
    await page.getByTestId('conversation-row').first().click()
    await title(page, 'The whole thread')
    // Escape on the page is the page's: it closes the thread.
    await page.getByTestId('thread-post').first().focus()
    await page.keyboard.press('Escape')
    await title(page, 'Open a conversation to go on')
    await page.keyboard.press('F6')
    await page.keyboard.press('Escape')
    await card(page).waitFor({ state: 'hidden' })
    await eventually('it is kept', async () => (await progress(page)) === 'skipped at thread')

    await page.reload()
    await page.getByTestId('conversation-row').first().waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog').getByRole('button', { name: 'Look round' }).click()
    await title(page, 'Open a conversation to go on')
    await eventually('whoever asked for it is taken there', () => inCard(page))
  })
  await context.close()
})

test('the offer is declined once and for all', async () => {
  const { context, page } = await newcomer()
  await watched(page, 'first-look-declined', async () => {
    await card(page).getByRole('button', { name: "I'll look myself" }).click()
    await card(page).waitFor({ state: 'hidden' })
    await eventually('it is kept', async () => (await progress(page)) === 'skipped')
    await page.reload()
    await page.getByTestId('conversation-row').first().waitFor()
    assert.equal(await card(page).count(), 0)
  })
  await context.close()
})

test('who may only read is shown where things are, not how to write', async () => {
  const { context, page } = await newcomer({ who: { name: 'Vera Lund', role: 'viewer' } })
  await watched(page, 'first-look-reader', async () => {
    await card(page).getByText('You are Vera Lund, a viewer. You may read everything').waitFor()
    await card(page).getByRole('button', { name: 'Show me around' }).click()
    await page.getByTestId('conversation-row').first().click()
    await title(page, 'The whole thread')
    await card(page).getByRole('button', { name: 'Next' }).click()
    await title(page, 'Who is speaking')
    await card(page).getByRole('button', { name: 'Next' }).click()
    await title(page, 'Find what was said')
    await card(page).getByText('4 of 5').waitFor()
  })
  await context.close()
})

for (const colorScheme of ['light', 'dark'])
  test(`on a phone it is a sheet that leaves what it speaks of free, ${colorScheme}`, async () => {
    const { context, page } = await newcomer({
      browser: { colorScheme, viewport: { width: 390, height: 844 }, hasTouch: true },
    })
    const free = async (selector) => {
      const thing = await page.locator(selector).first().boundingBox()
      const sheet = await card(page).boundingBox()
      assert.ok(
        sheet.y >= thing.y + thing.height || sheet.y + sheet.height <= thing.y,
        `the sheet lies over ${selector}`,
      )
    }
    await watched(page, `first-look-phone-${colorScheme}`, async () => {
      await title(page, 'Two minutes, if you like')
      await clean(page, context)
      await card(page).getByRole('button', { name: 'Show me around' }).tap()
      await title(page, 'Who waits, and since when')
      await free('[data-testid=conversation-row]')
      await clean(page, context)
      await page
        .getByTestId('conversation-row')
        .nth(colorScheme === 'dark' ? 2 : 0)
        .tap()
      await title(page, 'The whole thread')
      await clean(page, context)
      await card(page).getByRole('button', { name: 'Next' }).tap()
      await title(page, 'Who is speaking')
      await free('[data-look=person-name]')
      await card(page).getByRole('button', { name: 'Next' }).tap()
      await title(page, 'Write to this one person')
      await free('[data-look=composer]')
      await clean(page, context)
      await page.getByTestId('composer').fill('Found it. It goes out with the next post.')
      await page.getByTestId('send').tap()
      await title(page, 'There it stands')
      await card(page).getByRole('button', { name: 'Next' }).tap()
      await title(page, 'Then it may leave the list')
      await free('[data-look=sort]')
      await card(page).getByRole('button', { name: 'Next' }).tap()
      await title(page, 'Find what was said')
      await free('[data-look=search]')
      await card(page).getByRole('button', { name: 'Next' }).tap()
      await title(page, 'What was heard, and what was not')
      await clean(page, context)
      await page.getByRole('link', { name: 'Settings' }).tap()
      await title(page, 'That is what was heard')
      await clean(page, context)
      await card(page).getByRole('button', { name: 'Done' }).tap()
      await card(page).waitFor({ state: 'hidden' })
    })
    await context.close()
  })

// Listen, by keyboard: a monitor is written, mended, tried and saved, and what it hears is worked with.
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

const said = (page) => page.getByTestId('query').innerText()
const focused = (page) => page.evaluate(() => document.activeElement?.dataset.testid)
const ask = async (path) => (await context.request.get(`/api/${path}`)).json()

// Goes on with the Tab key until the named part has the focus.
async function tabTo(page, testId, most = 20) {
  for (let pressed = 0; pressed < most; pressed++) {
    if ((await focused(page)) === testId) return
    await page.keyboard.press('Tab')
  }
  assert.fail(`Tab does not lead to ${testId}`)
}

test('a monitor is made without a mouse: mended, tried, saved, and it hears', async () => {
  const page = await context.newPage()
  await watched(page, 'listen-make', async () => {
    await page.goto('/inbox')
    await page.getByTestId('conversation-row').first().waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('l')
    await page.waitForURL('**/listen')
    await page.getByTestId('monitor').first().waitFor()
    await page.getByTestId('new-monitor').press('Enter')
    await page.getByTestId('query').waitFor()

    await page.getByLabel('Name', { exact: true }).focus()
    await page.keyboard.type('Zips')
    await tabTo(page, 'query')
    await page.keyboard.type('zip langage:en')
    await page.keyboard.press('Escape')

    // What is wrong is underlined where it stands, told in a list and to screen readers.
    await page.locator('.cm-lintRange-error').waitFor()
    assert.equal(await page.locator('.cm-lintRange-error').innerText(), 'langage:')
    const findings = page.getByTestId('findings').getByRole('listitem')
    assert.equal(await findings.count(), 1)
    assert.match(await page.getByTestId('findings-said').innerText(), /^One error: .*langage/)
    await page.keyboard.press('Alt+Enter')
    assert.equal(await said(page), 'zip lang:en')
    await page.getByTestId('query-words').getByText('“zip”').waitFor()

    // Tried on what is stored, with what made it found marked.
    const sample = page.getByTestId('sample').first()
    await sample.waitFor()
    assert.match(await sample.locator('mark').first().innerText(), /^zip/i)
    assert.match(await page.getByTestId('preview-sum').innerText(), /^It finds \d+ posts? of/)

    // What was typed outlives the page.
    await page.reload()
    await page.getByTestId('query').waitFor()
    assert.equal(await said(page), 'zip lang:en')
    assert.equal(await page.getByLabel('Name', { exact: true }).inputValue(), 'Zips')

    await tabTo(page, 'query')
    await page.keyboard.press('Control+Enter')
    await page.waitForURL(/\/listen\/\d+$/)
    const heard = page.getByTestId('heard').first()
    await heard.waitFor()
    assert.match(await heard.locator('mark').first().innerText(), /zip/i)
    const { items } = await ask('monitors')
    assert.equal(items.at(-1).name, 'Zips')
    assert.equal(items.at(-1).query, 'zip lang:en')
    assert.deepEqual(context.errors, [])
  })
  await page.close()
})

test('a word that speaks of something else is left out by a press, and comes back', async () => {
  const page = await context.newPage()
  await watched(page, 'listen-exclude', async () => {
    await page.goto('/listen/new')
    await page.getByTestId('query').click()
    await page.keyboard.type('zip OR strap')
    await page.keyboard.press('Escape')
    const word = page.getByTestId('beside').getByRole('button').first()
    await word.waitFor()
    await word.click()
    await eventually('it is left out', async () =>
      /^\(zip OR strap\) -["\p{L}]/u.test(await said(page)),
    )
    await page.getByRole('button', { name: 'Undo' }).click()
    await eventually('it is back', async () => (await said(page)) === 'zip OR strap')

    // What sets a sample apart that is not about us.
    await page.getByRole('button', { name: 'Not about us' }).first().click()
    await page.getByTestId('rejected-words').getByRole('button').first().waitFor()
    await page.getByRole('button', { name: 'Discard' }).click()
    await page.waitForURL('**/listen')
  })
  await page.close()
})

test('a query of another tool is taken over, and told what became of it', async () => {
  const page = await context.newPage()
  await watched(page, 'listen-import', async () => {
    await page.goto('/listen/new')
    await page.getByTestId('query').waitFor()
    await page.getByLabel('Written for').selectOption('meltwater')
    await page.getByTestId('query').click()
    await page.keyboard.insertText('zip NEAR strap AND country:us')
    await page.getByTestId('import-notes').getByText('country:').waitFor()
    await page.getByRole('button', { name: 'Take it over' }).click()
    await eventually('it is ours', async () => (await said(page)) === 'zip NEAR/4 strap')
    assert.equal(await page.getByLabel('Written for').inputValue(), '')
    await page.getByRole('button', { name: 'Discard' }).click()
  })
  await page.close()
})

test('its numbers open its posts, and one is taken into the Inbox by key', async () => {
  const page = await context.newPage()
  await watched(page, 'listen-take', async () => {
    await page.goto('/listen/all')
    await page.getByTestId('heard').first().waitFor()
    const skipped = page.getByTestId('breakdown').getByRole('link', { name: /^Skipped/ })
    const count = Number((await skipped.innerText()).match(/\d+/)?.[0])
    await skipped.click()
    await page.waitForURL(/state=skipped/)
    await eventually('only those', async () => {
      const states = await page.getByTestId('heard-state').allTextContents()
      return states.length === count && states.every((one) => one.startsWith('Skipped'))
    })
    await page.keyboard.press('j')
    const first = page.getByTestId('heard').first()
    const post = await first.getAttribute('data-heard')
    assert.equal(await page.evaluate(() => document.activeElement?.dataset.heard), post)
    await page.keyboard.press('o')
    const state = first.getByTestId('heard-state')
    await eventually('it is taken', async () => !(await state.textContent()).startsWith('Skipped'))
    const { items } = await ask('monitors/all/posts?limit=100')
    const taken = items.find((one) => one.post.id === post)
    assert.notEqual(taken.state, 'skipped')
    await page.keyboard.press('r')
    await page.waitForURL(/\/inbox\/\d+/)
    await page.getByTestId('thread-post').first().waitFor()
    assert.deepEqual(context.errors, [])
  })
  await page.close()
})

test('where it was said and what it links to open their posts, and the page itself', async () => {
  const page = await context.newPage()
  await watched(page, 'listen-links', async () => {
    await page.goto('/listen/all')
    await page.getByTestId('heard').first().waitFor()
    const parts = page.getByTestId('breakdown')
    const link = parts.getByRole('region', { name: 'What they link to' }).getByRole('listitem')
    const [opens, shows] = [
      link.first().getByRole('link').first(),
      link.first().getByRole('link').last(),
    ]
    const count = Number((await opens.innerText()).match(/\d+$/)?.[0])
    assert.ok(count > 0)
    await opens.click()
    await page.waitForURL(/link=http/)
    await eventually('those alone', async () => (await page.getByTestId('heard').count()) === count)
    assert.ok(await opens.getAttribute('aria-current'))
    assert.match(await shows.getAttribute('href'), /^https?:/)
    await opens.click()
    await page.waitForURL((url) => !url.searchParams.has('link'))

    await parts.getByRole('region', { name: 'Where' }).getByRole('link').first().click()
    await page.waitForURL(/network=sandbox/)
    await page.getByTestId('heard').first().waitFor()
    const { items } = await ask('monitors/all/posts?network=elsewhere')
    assert.deepEqual(items, [])
    assert.deepEqual(context.errors, [])
  })
  await page.close()
})

test('alerts are gone through and opened by key, as the sheet says', async () => {
  const page = await context.newPage()
  const { items: monitors } = await ask('monitors')
  const { items: heard } = await ask('monitors/all/posts?limit=1')
  const [{ post, conversation_id }] = heard
  const alert = {
    monitor: monitors[0].id,
    posts: [post.id],
    at: new Date().toISOString(),
    read: true,
  }
  await page.route('**/api/alerts', (route) =>
    route.fulfill({
      json: {
        items: [
          { ...alert, id: '2', kind: 'person', says: 'Ana wrote.', conversation: conversation_id },
          { ...alert, id: '1', kind: 'spike', says: 'Much is said.', conversation: null },
        ],
        next_cursor: null,
      },
    }),
  )
  const at = () => page.evaluate(() => document.activeElement?.dataset.alert)
  await watched(page, 'listen-alerts', async () => {
    await page.goto('/listen/alerts')
    await page.getByTestId('alerts').waitFor()
    assert.deepEqual(await violations(page), [])
    await page.keyboard.press('j')
    assert.equal(await at(), '2')
    await page.keyboard.press('j')
    assert.equal(await at(), '1')
    await page.keyboard.press('k')
    assert.equal(await at(), '2')
    await page.keyboard.press('?')
    const sheet = page.getByRole('dialog')
    await sheet.getByText('Take it into the Inbox').waitFor()
    await sheet.getByText('Next, previous post or alert').waitFor()
    await page.keyboard.press('Escape')
    await sheet.waitFor({ state: 'detached' })
    await eventually('the focus is back', async () => (await at()) === '2')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**/inbox/${conversation_id}`)
    await page.goBack()
    await page.getByTestId('alerts').waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(`/listen/${monitors[0].id}\\?`))
    assert.deepEqual(context.errors, [])
  })
  await page.close()
})

const screens = {
  monitors: ['/listen', 'share'],
  editor: ['/listen/new', 'query'],
  monitor: ['/listen/all', 'heard'],
  coverage: ['/listen/coverage', 'source'],
}
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    test(`axe finds nothing, and nothing is cut off: ${colorScheme}, ${width} px`, async () => {
      const narrow = await somebody(browser, server, {
        colorScheme,
        viewport: { width, height: 844 },
      })
      for (const [name, [path, ready]] of Object.entries(screens)) {
        const page = await narrow.newPage()
        await watched(page, `listen-${name}-${colorScheme}-${width}`, async () => {
          await page.goto(path)
          await page.getByTestId(ready).first().waitFor()
          if (name === 'editor') {
            await page.getByTestId('query').click()
            await page.keyboard.insertText(
              '(zip OR "red strap" NEAR/3 {Mole}) langage:en <<<why>>>',
            )
            await page.getByTestId('findings').waitFor()
          }
          assert.deepEqual(await violations(page), [])
          const beside = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          )
          assert.ok(beside <= 0, `${name} is ${beside} px too wide`)
        })
        await page.close()
      }
      assert.deepEqual(narrow.errors, [])
      await narrow.close()
    })
  }
}

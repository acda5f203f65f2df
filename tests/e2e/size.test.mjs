// A desk with thousands of conversations: what is drawn stays bounded, everything can be reached, a
// key draws only what it changes, and a first visit stays small. Nothing is timed here, because a busy
// machine says nothing about time; tools/bench/browser.bench.mjs measures that.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, somebody, violations, watched, written } from '../lib/browser.mjs'
import { binary } from '../lib/rapport.mjs'
import { bigDesk, firstLoad, jumpInList, scrollList } from '../lib/speed.mjs'
import { eventually } from '../lib/wait.mjs'

const conversations = 1_500
let desk, browser, context, page
before(async () => {
  desk = await bigDesk(binary, { conversations })
  browser = await launch()
  context = await somebody(browser, desk.server, { signedIn: desk.owner })
  page = await context.newPage()
  await page.goto('/inbox')
  await rows().first().waitFor()
})
after(async () => {
  await browser?.close()
  await desk?.server.remove()
})

const rows = () => page.getByTestId('conversation-row')

test('a first visit brings at most 250 kB of scripts, compressed', async (t) => {
  const stranger = await somebody(browser, desk.server, { signedIn: desk.owner })
  const load = await firstLoad(stranger, '/inbox', (fresh) =>
    fresh.getByTestId('conversation-row').first().waitFor(),
  )
  await stranger.close()
  t.diagnostic(`${load.scripts} bytes of scripts, ${load.styles} of styles`)
  assert.ok(load.scripts > 50_000, `the scripts were counted: ${load.scripts}`)
  assert.ok(load.scripts <= 250_000, `${load.scripts} bytes:\n${load.seen.join('\n')}`)
})

test('the list scrolls to its end with a handful of rows in the page', () =>
  watched(page, 'size-scroll', async () => {
    const met = await scrollList(page, { rows: conversations })
    assert.ok(met.rows >= conversations, `all can be reached: ${met.rows}`)
    assert.ok(met.mostDrawn <= 40, `rows in the page at once: ${met.mostDrawn}`)
    assert.ok((await jumpInList(page)) >= 5, 'no jump shows an empty list')
    assert.deepEqual(context.errors, [])
  }))

test('a key draws the rows it changes and no others', () =>
  watched(page, 'size-keys', async () => {
    await page.evaluate(() => {
      document.querySelector('[data-testid="conversation-list"]').scrollTop = 0
    })
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    const focused = () => page.evaluate(() => document.activeElement.dataset.conversationId)
    const before = await focused()
    // Whatever React draws again without changing it leaves no trace; what it does change, does.
    await page.evaluate(() => {
      window.changed = new Set()
      new MutationObserver((list) => {
        for (const { target } of list) {
          const row = target.closest?.('[data-testid="conversation-row"]')
          if (row) window.changed.add(row.dataset.conversationId)
        }
      }).observe(document.querySelector('[data-testid="conversation-list"]'), {
        subtree: true,
        attributes: true,
        attributeFilter: ['tabindex', 'aria-current', 'class'],
      })
    })
    await page.keyboard.press('j')
    await eventually('the next has the focus', async () => (await focused()) !== before)
    const changed = await page.evaluate(() => [...window.changed])
    assert.deepEqual(changed.toSorted(), [before, await focused()].toSorted())
  }))

test('the longest thread is there whole, and can be answered', () =>
  watched(page, 'size-thread', async () => {
    const all = await (await context.request.get('/api/conversations?state=open&limit=100')).json()
    const longest = all.items.toSorted((a, b) => b.posts - a.posts)[0]
    await page.goto(`/inbox/${longest.id}`)
    await eventually(
      'every post is there',
      async () => (await page.getByTestId('thread-post').count()) >= longest.posts,
    )
    await page.keyboard.press('r')
    await page.keyboard.type('Thank you')
    await eventually(
      'the words stand in the composer',
      async () => (await written(page.getByTestId('composer'))) === 'Thank you',
    )
    assert.deepEqual(context.errors, [])
  }))

test('what is typed before the thread has come stands in its composer', () =>
  watched(page, 'size-early', async () => {
    await page.goto('/inbox')
    await rows().first().waitFor()
    const thread = held(page, '**/thread*')
    await thread.begun
    await rows().nth(3).focus()
    for (const key of ['Enter', 'r', 'O', 'n']) await page.keyboard.press(key)
    await page.getByTestId('early').waitFor()
    assert.equal(await page.getByTestId('early').inputValue(), 'On')
    assert.deepEqual(await violations(page), [])
    await page.evaluate(typeAsTheComposerComes)
    thread.letIn()
    await page.getByTestId('composer').waitFor()
    await page.keyboard.type('it')
    await eventually(
      'no letter is lost',
      async () => (await written(page.getByTestId('composer'))) === 'On it',
    )
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    assert.deepEqual(context.errors, [])
  }))

test('the editor takes the place of the text area with the words, the caret and the focus', () =>
  watched(page, 'size-editor', async () => {
    const code = held(page, '**/assets/open-editor-*.js')
    await code.begun
    await page.goto('/inbox')
    await rows().nth(6).focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('composer').waitFor()
    await page.keyboard.press('r')
    await page.keyboard.type('One  three')
    for (let i = 0; i < ' three'.length; i++) await page.keyboard.press('ArrowLeft')
    const area = () => page.evaluate(() => document.activeElement.tagName === 'TEXTAREA')
    assert.equal(await area(), true)
    // Typed as fast as keys can be sent, while the editor comes.
    code.letIn()
    const words = 'two, and all that is typed meanwhile, and more, until it has come'
    for (let round = 0; (await area()) && round < 40; round++) await page.keyboard.type(words)
    await page.keyboard.type(' at last')
    const now = await written(page.getByTestId('composer'))
    assert.equal(await area(), false, 'the editor has come')
    assert.match(now, new RegExp(`^One (${words})+ at last three$`))
    // What it takes from there on, and the keys that every field knows.
    await page.keyboard.press('Home')
    await page.keyboard.type('Zero ')
    await page.keyboard.press('Control+z')
    assert.equal(await written(page.getByTestId('composer')), now)
    await page.keyboard.press('Control+a')
    await page.keyboard.insertText('Two\n\nlines')
    assert.equal(await written(page.getByTestId('composer')), 'Two\n\nlines')
    await page.keyboard.press('Escape')
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), undefined)
    await page.keyboard.press('r')
    await page.keyboard.type(' more')
    assert.equal(await written(page.getByTestId('composer')), 'Two\n\nlines more')
    await page.getByTestId('composer').fill('')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    assert.deepEqual(context.errors, [])
  }))

test('without the editor the text area stays, and all goes on', () =>
  watched(page, 'size-no-editor', async () => {
    await page.route('**/assets/open-editor-*.js', (route) => route.abort())
    await page.goto('/inbox')
    await rows().nth(7).click()
    await page.getByTestId('thread-post').first().waitFor()
    await page.keyboard.press('r')
    await page.keyboard.type('Still here')
    await new Promise((wake) => setTimeout(wake, 500))
    assert.equal(await page.getByTestId('composer').inputValue(), 'Still here')
    await page.keyboard.press('Escape')
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), undefined)
    await page.getByTestId('composer').fill('')
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    assert.deepEqual(context.errors, [])
  }))

test('a key pressed as one waiting thread takes the place of another is taken', () =>
  watched(page, 'size-between', async () => {
    // First the code of the thread is awaited, then what was said in it.
    const code = held(page, '**/assets/thread-pane-*.js')
    const thread = held(page, '**/thread?*')
    await code.begun
    await thread.begun
    await page.goto('/inbox')
    await rows().first().waitFor()
    await rows().nth(5).focus()
    await page.keyboard.press('Enter')
    await page.getByTestId('early').waitFor()
    await page.evaluate(answerAsTheNextComes)
    code.letIn()
    await page.waitForFunction(() => window.answered)
    assert.equal(await page.evaluate(() => document.activeElement.dataset.testid), 'early')
    thread.letIn()
    await page.getByTestId('composer').waitFor()
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    assert.deepEqual(context.errors, [])
  }))

// Runs in the page: a space typed in the moment in which the field is drawn, before anything else runs.
function typeAsTheComposerComes() {
  new MutationObserver((_, observer) => {
    if (!document.querySelector('[data-testid="composer"]')) return
    observer.disconnect()
    document.execCommand('insertText', false, ' ')
  }).observe(document.body, { childList: true, subtree: true })
}

// Runs in the page: R pressed in the moment in which another early field takes the place of this one.
function answerAsTheNextComes() {
  const field = () => document.querySelector('[data-testid="early"]')
  const first = field()
  new MutationObserver((_, observer) => {
    if (!field() || field() === first) return
    observer.disconnect()
    document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'r', bubbles: true }))
    window.answered = true
  }).observe(document.body, { childList: true, subtree: true })
}

// Requests of the page that wait until they are let in.
function held(page, pattern) {
  let letIn
  const gate = new Promise((resolve) => {
    letIn = resolve
  })
  const begun = page.route(pattern, async (route) => {
    await gate
    await route.continue()
  })
  return { letIn, begun }
}

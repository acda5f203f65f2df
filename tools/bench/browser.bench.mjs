// How the web app feels over 10,000 conversations, in Chromium: frames while the list scrolls from end
// to end and jumps, milliseconds from a key to the frame that shows what it did (from a trace), bytes of
// the first load.
//
// It needs what the browser tests need (tests/node_modules, Chromium): tools/install test.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const kConversations = Number(process.env.RAPPORT_BENCH_ROWS ?? 10_000)

export default async function measure({ root, binary }) {
  if (!existsSync(join(root, 'tests/node_modules/playwright-core'))) {
    const { status } = spawnSync('npm', ['ci', '--silent'], {
      cwd: join(root, 'tests'),
      stdio: 'inherit',
    })
    if (status !== 0) throw new Error('the browser tests’ packages could not be installed')
  }
  const { launch, somebody } = await import(join(root, 'tests/lib/browser.mjs'))
  const speed = await import(join(root, 'tests/lib/speed.mjs'))
  const { spread } = speed

  const desk = await speed.bigDesk(binary, { conversations: kConversations })
  const browser = await launch()
  try {
    const context = await somebody(browser, desk.server, { signedIn: desk.owner })
    context.setDefaultTimeout(60_000)
    const aRow = (page) => page.getByTestId('conversation-row').first().waitFor()
    const load = await speed.firstLoad(context, '/inbox', aRow)

    const page = await context.newPage()
    await page.goto('/inbox')
    await aRow(page)
    const keys = await pressKeys(page, await speed.traceKeys(page))

    const letters = await writeUnderFindings(page, await speed.traceHandling(page))
    const painted = spread(await paintUnderFindings(page, await speed.traceKeys(page)))
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    const bare = await context.newPage()
    const plain = spread(await paintInTextArea(bare, await speed.traceKeys(bare)))
    await bare.close()

    await page.goto('/inbox')
    await aRow(page)
    const scrolling = await speed.frames(page)
    const met = await speed.scrollList(page, { rows: kConversations })
    const scrolled = await scrolling()
    const jumping = await speed.frames(page)
    await speed.jumpInList(page)
    const jumped = await jumping()
    const over = (gaps, most) => gaps.filter((gap) => gap > most).length

    const figure = (name, value, unit, target = null) => ({ name, value, unit, target })
    return [
      figure('browser, first load, scripts', load.scripts / 1000, 'kB', '<= 250 kB'),
      figure('browser, first load, styles', load.styles / 1000, 'kB'),
      figure('browser, rows scrolled through', met.rows, 'rows', '>= 10,000 rows'),
      figure('browser, most rows in the page', met.mostDrawn, 'rows'),
      figure('browser, scroll, longest frame', spread(scrolled).most, 'ms', '< 1,000 ms'),
      figure('browser, scroll, frame p50', spread(scrolled).p50, 'ms'),
      figure('browser, scroll, frame p99', spread(scrolled).p99, 'ms'),
      figure('browser, scroll, frames over 50 ms', over(scrolled, 50), `of ${scrolled.length}`),
      figure(
        'browser, scroll, frames over 1 s',
        over(scrolled, 1000),
        `of ${scrolled.length}`,
        '0',
      ),
      figure('browser, jump, longest frame', spread(jumped).most, 'ms'),
      ...Object.entries(keys).flatMap(([key, times]) => [
        figure(`browser, key to paint, ${key}, p50`, spread(times).p50, 'ms', '<= 50 ms'),
        figure(`browser, key to paint, ${key}, p95`, spread(times).p95, 'ms', '<= 50 ms'),
        figure(`browser, key to paint, ${key}, longest`, spread(times).most, 'ms'),
      ]),
      figure('browser, a letter under 15 findings, handled, p95', spread(letters).p95, 'ms'),
      figure(
        'browser, a letter under 15 findings, handled, longest',
        spread(letters).most,
        'ms',
        '< 16 ms',
      ),
      figure('browser, a letter under 15 findings, key to paint, p50', painted.p50, 'ms'),
      figure('browser, a letter under 15 findings, key to paint, p99', painted.p99, 'ms'),
      figure('browser, a letter in a plain text area, key to paint, p50', plain.p50, 'ms'),
      figure('browser, a letter in a plain text area, key to paint, p99', plain.p99, 'ms'),
    ]
  } finally {
    await browser.close()
    await desk.server.remove()
  }
}

const kRounds = Number(process.env.RAPPORT_BENCH_ROUNDS ?? 20)
const kWords = 'Thanks, it is on its way.'

// A person at work, round after round: walks on, opens, answers, resolves. What each key should show is
// asked for in the page: the row that has the focus, the words in the composer.
async function pressKeys(page, keys) {
  const focused = () => page.evaluate(() => document.activeElement?.dataset.conversationId)
  const walk = async (key) =>
    keys.press(
      key,
      key,
      (before) => ![undefined, before].includes(document.activeElement?.dataset.conversationId),
      await focused(),
    )
  await page.getByTestId('conversation-row').first().focus()
  for (let round = 0; round < kRounds; round++) {
    for (const key of ['j', 'j', 'k', 'j']) await walk(key)
    const id = await focused()
    const ticked = (id) => document.querySelector(`[data-conversation-id="${id}"][data-selected]`)
    await keys.press('x', 'x', ticked, id)
    await keys.press('Escape (untick)', 'Escape', () => !document.querySelector('[data-selected]'))
    // Who it is and that their words are coming, then the words.
    await keys.press('Enter', 'Enter', opened, id)
    await page.getByTestId('thread-post').first().waitFor()
    await keys.press(
      'j (thread open)',
      'j',
      (before) => {
        const open = document.querySelector('[data-conversation-id][aria-current]')
        return open && open.dataset.conversationId !== before
      },
      id,
    )
    await page.getByTestId('thread-post').first().waitFor()
    await keys.press('r', 'r', () => document.activeElement?.dataset.testid === 'composer')
    await page.locator('.cm-content:focus').waitFor()
    for (const [at, letter] of [...kWords].entries())
      await keys.press(
        'a letter',
        letter === ' ' ? 'Space' : letter,
        (length) =>
          !document.activeElement.querySelector('.cm-placeholder') &&
          document.activeElement.textContent.length === length,
        at + 1,
      )
    await page.getByTestId('composer').fill('')
    await keys.press(
      'Escape (composer)',
      'Escape',
      () => document.activeElement?.dataset.testid !== 'composer',
    )
    await keys.press(
      'Escape (thread)',
      'Escape',
      () => !document.querySelector('[data-look="thread"]'),
    )
    await keys.press(
      'Ctrl-K',
      'Control+k',
      () => document.activeElement?.dataset.testid === 'palette',
    )
    await keys.press('Escape (palette)', 'Escape', () => !document.querySelector('dialog'))
    await keys.press('/', '/', () => document.activeElement?.getAttribute('role') === 'searchbox')
    await page.keyboard.press('Escape')
    await page.getByTestId('conversation-row').first().focus()
    const gone = await focused()
    await keys.press(
      'e',
      'e',
      (id) => !document.querySelector(`[data-conversation-id="${id}"]`),
      gone,
    )
  }
  return keys.end()
}

const kFindings = 15
const kSentence = 'It lies in the shop since Monday and waits for you. '
const kDraft = kSentence.repeat(6)

// 300 letters written into a draft in which the coach has marked 15 places, and marks them again at each rest.
// Resolves to the milliseconds that the page spent on each letter.
async function writeUnderFindings(page, handling) {
  await page.route('**/review', (route) => {
    const { text } = route.request().postDataJSON()
    const words = [...text.matchAll(/\w+/g)].slice(0, kFindings)
    const findings = words.map(({ index, 0: word }, at) => ({
      rule: 'stuffy',
      severity: ['fix', 'consider', 'nice'][at % 3],
      draft_spans: [[index, index + word.length]],
      post_spans: [[0, 4]],
      why: 'Nobody says this aloud.',
      next: 'Say it plainly.',
    }))
    const review = { points: [], findings, articles: [], clean: false, must_be_clean: false }
    return route.fulfill({ json: review })
  })
  await page.goto('/inbox')
  await page.getByTestId('conversation-row').first().click()
  await page.getByTestId('thread-post').first().waitFor()
  await page.keyboard.press('r')
  await page.locator('.cm-content:focus').waitFor()
  await page.keyboard.insertText(kDraft)
  await findingsShown(page)
  await handling.begin()
  // A rest after each sentence, in which a review comes and is drawn.
  for (const letter of kDraft) {
    await page.keyboard.press(letter === ' ' ? 'Space' : letter, { delay: 5 })
    if (letter === '.') await page.waitForTimeout(400)
  }
  const times = await handling.end()
  await page.getByTestId('composer').fill('')
  return times
}

const findingsShown = (page) =>
  page.waitForFunction(
    (most) => document.querySelectorAll('[data-testid="coach-finding"]').length === most,
    kFindings,
  )

// As many letters after a draft of 300 with those marks, each until the frame that paints it.
async function paintUnderFindings(page, keys) {
  await page.getByTestId('composer').focus()
  await page.keyboard.insertText(kDraft)
  await findingsShown(page)
  const times = await paintLetters(page, keys)
  await page.getByTestId('composer').fill('')
  return times
}

// The same in a page that has nothing but a text area: what the browser itself takes.
async function paintInTextArea(page, keys) {
  await page.setContent('<textarea rows="10" cols="70" autofocus></textarea>')
  await page.locator('textarea').fill(kDraft)
  return paintLetters(page, keys)
}

async function paintLetters(page, keys) {
  for (const [at, letter] of [...kDraft].entries()) {
    await keys.press(
      'a letter',
      letter === ' ' ? 'Space' : letter,
      (length) => {
        const { value, textContent } = document.activeElement
        return (value ?? textContent).length === length
      },
      kDraft.length + at + 1,
    )
    if (letter === '.') await page.waitForTimeout(400)
  }
  const { 'a letter': times } = await keys.end()
  return times
}

const opened = (id) =>
  document.querySelector(`[data-conversation-id="${id}"][aria-current]`) &&
  document.querySelector('main header h2')

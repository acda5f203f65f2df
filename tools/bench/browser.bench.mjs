// How the web app feels over 10,000 conversations, in Chromium: frames while the list scrolls from end
// to end and jumps, milliseconds from a key to its paint (Event Timing), bytes of the first load.
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
    const press = (key) => page.keyboard.press(key)
    const keys = { j: [], Enter: [], r: [], typing: [] }
    keys.j = await speed.keyTimes(page, 60, (n) => press(n % 3 === 2 ? 'k' : 'j'))
    for (let round = 0; round < 10; round++) {
      keys.Enter.push(...(await speed.keyTimes(page, 1, () => press('Enter'))))
      await page.getByTestId('thread-post').first().waitFor()
      keys.r.push(...(await speed.keyTimes(page, 1, () => press('r'))))
      const words = 'Thank you, it is on its way'
      keys.typing.push(...(await speed.keyTimes(page, words.length, (n) => press(words[n]))))
      await page.getByTestId('composer').fill('')
      await press('Escape')
      await press('Escape')
      await press('j')
      await page.waitForTimeout(200)
    }

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
        figure(`browser, key to paint, ${key}, p99`, spread(times).p99, 'ms'),
      ]),
    ]
  } finally {
    await browser.close()
    await desk.server.remove()
  }
}

// Takes the pictures in docs/images from a running demo: `rapport demo`, then
//   npm run images [http://localhost:8080]

import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const base = process.argv[2] ?? 'http://localhost:8080'
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const answer =
  'Eddie, that is not how anyone should be met, and the form was ours to fill in. Come by any day, ask for Femi, and'

const openNth = (n) => async (page) => {
  await page.getByTestId('conversation-row').nth(n).click()
  await page.getByTestId('thread-post').first().waitFor()
  if (page.viewportSize().width >= 1200) await page.getByTestId('person-card').waitFor()
}
const pictures = {
  inbox: async (page, width) => {
    await page.goto('/inbox')
    await page.getByTestId('conversation-row').first().waitFor()
    if (width >= 800) await openNth(3)(page)
  },
  thread: async (page) => {
    await page.goto('/inbox')
    await openNth(1)(page)
  },
  composer: async (page) => {
    await page.goto('/inbox')
    await openNth(3)(page)
    await page.getByTestId('composer').fill(answer)
    await page.getByText('Draft kept').waitFor()
  },
  channels: async (page) => {
    await page.goto('/settings/channels')
    await page.getByTestId('channel-row').first().waitFor()
  },
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const colorScheme of ['light', 'dark']) {
  for (const width of [1440, 390]) {
    const context = await browser.newContext({
      baseURL: base,
      colorScheme,
      viewport: { width, height: width < 800 ? 844 : 900 },
      reducedMotion: 'reduce',
    })
    for (const [name, prepare] of Object.entries(pictures)) {
      const page = await context.newPage()
      await prepare(page, width)
      await page.mouse.move(0, 0)
      await page.waitForTimeout(800)
      await page.screenshot({ path: `${folder}${name}-${colorScheme}-${width}.png` })
      // The draft was only for the picture.
      if (name === 'composer') {
        await page.getByTestId('composer').fill('')
        await page.waitForTimeout(1500)
      }
      await page.close()
    }
    await context.close()
  }
}
await browser.close()

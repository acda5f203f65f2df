// Takes the pictures in docs/images from a running demo: `rapport demo`, then
//   npm run images [http://localhost:8080 [NAME...]]

import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const [base = 'http://localhost:8080', ...only] = process.argv.slice(2)
const folder = fileURLToPath(new URL('../../docs/images/', import.meta.url))
const answer =
  'Eddie, that is not how anyone should be met. Your swap lies at the counter under K, with your name on it. Where it all stands: https://ottersby.example/heron-ii'
const hasty =
  'Dear customer, we apologise for any inconvenience. Please DM us your order number. As per our policy swaps need a form.'

// Opens the conversation in which these words were said.
const openSaid = (words) => async (page) => {
  const query = `state=all&q=${encodeURIComponent(words)}`
  const { items } = await (await page.request.get(`/api/conversations?${query}`)).json()
  await page.goto(`/inbox/${items[0].id}`)
  await page.getByTestId('thread-post').first().waitFor()
  if (page.viewportSize().width >= 1200) await page.getByTestId('person-card').waitFor()
}
const pictures = {
  inbox: async (page, width) => {
    await page.goto('/inbox')
    await page.getByTestId('conversation-row').first().waitFor()
    if (width >= 800) await openSaid('happy to be the zip')(page)
  },
  thread: openSaid('CAMERA DRY'),
  composer: async (page) => {
    await openSaid('Bloke at the counter')(page)
    await page.getByTestId('composer').fill(answer)
    await page.getByTestId('card-preview').getByText('one of the 212').waitFor()
  },
  coach: async (page, width) => {
    await openSaid('Bloke at the counter')(page)
    await page.getByTestId('composer').fill(hasty)
    await page.locator('.rp-c-fix').first().waitFor()
    if (width < 800) await page.getByTestId('coach-line').click()
    await page.getByTestId('coach-finding').first().waitFor()
  },
  palette: async (page) => {
    await openSaid('ewe has eaten')(page)
    await page.keyboard.press('Control+k')
    await page.getByTestId('palette').fill('re')
    await page.getByRole('dialog').getByRole('option').first().waitFor()
  },
  listen: async (page) => {
    await page.goto('/listen')
    await page.getByTestId('share').waitFor()
  },
  'listen-monitor': async (page) => {
    const { items } = await (await page.request.get('/api/monitors')).json()
    await page.goto(`/listen/${items[0].id}`)
    await page.getByTestId('heard').first().waitFor()
  },
  'listen-editor': async (page) => {
    await page.goto('/listen/new')
    await page.getByLabel('Name', { exact: true }).fill('Zips and rivets')
    await page.getByTestId('query').click()
    await page.keyboard.insertText('(zip OR rivet*) NEAR/6 (loose OR broke*) OR "heron ii" -jobs')
    await page.keyboard.press('Escape')
    await page.getByTestId('sample').first().waitFor()
  },
  knowledge: async (page) => {
    await page.goto('/knowledge')
    await page.getByTestId('articles').waitFor()
    await page.getByTestId('open-gaps').waitFor()
  },
  channels: async (page) => {
    await page.goto('/settings/channels')
    await page.getByTestId('channel-row').first().waitFor()
  },
}

// The look round would lie over everything.
async function declineFirstLook(context) {
  const { csrf } = await (await context.request.get('/api/session')).json()
  const answer = await context.request.put('/api/session/preferences', {
    headers: { 'X-CSRF-Token': csrf, Origin: base },
    data: { first_look: 'skipped' },
  })
  if (!answer.ok()) throw new Error(`the first look was not declined: ${answer.status()}`)
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
    await declineFirstLook(context)
    for (const [name, prepare] of Object.entries(pictures)) {
      if (only.length > 0 && !only.includes(name)) continue
      const page = await context.newPage()
      await prepare(page, width)
      await page.mouse.move(0, 0)
      await page.waitForTimeout(800)
      await page.screenshot({ path: `${folder}${name}-${colorScheme}-${width}.png` })
      // The draft was only for the picture.
      if (name === 'composer' || name === 'coach') {
        await page.getByTestId('composer').fill('')
        await page.waitForTimeout(1500)
      }
      await page.close()
    }
    await context.close()
  }
}
await browser.close()

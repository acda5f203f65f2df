// Chromium for tests, and what they all do in it.
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const require = createRequire(import.meta.url)
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

export async function launch() {
  return chromium.launch({
    executablePath: process.env.RAPPORT_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--disable-dev-shm-usage',
    ],
  })
}

// A browser of somebody: one context is one set of cookies. `signedIn` is an owner or member to sign
// in as. Errors that the page throws are kept in `context.errors`. Everybody has had the first
// look round, unless `newcomer` is set.
export async function somebody(browser, server, { signedIn, newcomer, ...options } = {}) {
  const context = await browser.newContext({
    baseURL: server.url,
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  })
  context.setDefaultTimeout(15_000)
  context.errors = []
  context.on('weberror', (error) => context.errors.push(error.error().message))
  if (signedIn) {
    const answer = await context.request.post('/api/session', {
      data: { email: signedIn.email, password: signedIn.password },
    })
    if (!answer.ok()) throw new Error(`sign in: ${answer.status()} ${await answer.text()}`)
  }
  if (!newcomer) await context.addInitScript(hadFirstLook)
  return context
}

// Runs in the page before the app does: whatever tells of a session says that it was had.
function hadFirstLook() {
  const real = window.fetch
  window.fetch = async (resource, ...rest) => {
    const response = await real(resource, ...rest)
    if (!/\/api\/(session|setup|invitation|workspace)/.test(String(resource))) return response
    const body = await response
      .clone()
      .json()
      .catch(() => null)
    if (!body?.preferences) return response
    body.preferences.first_look = 'done'
    const { status, headers } = response
    return new Response(JSON.stringify(body), { status, headers })
  }
}

// Keeps a picture of the page when a test on it fails: wrap the test's body.
export async function watched(page, name, body) {
  try {
    return await body()
  } catch (error) {
    const folder = path.join(root, 'build/test-logs')
    fs.mkdirSync(folder, { recursive: true })
    const file = path.join(folder, `${name}.png`)
    await page.screenshot({ path: file }).catch(() => {})
    error.message += `\n  (picture: ${file})`
    throw error
  }
}

const axe = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

// The words in the field in which an answer is written: a text area at first, then the editor.
export function written(field) {
  return field.evaluate((box) => {
    if (box.value !== undefined) return box.value
    const lines = [...box.querySelectorAll('.cm-line')]
    return lines
      .map((line) => {
        const own = line.cloneNode(true)
        for (const drawn of own.querySelectorAll('[contenteditable=false]')) drawn.remove()
        return own.textContent
      })
      .join('\n')
  })
}

// What axe finds wrong with the page as it stands: one line a finding, none if all is well.
export async function violations(page) {
  await still(page)
  await page.evaluate(axe)
  const { violations } = await page.evaluate(() =>
    window.axe.run(document, {
      // What is well is not collected: on a long thread that is most of the work.
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  )
  return violations.flatMap((rule) =>
    rule.nodes.map(
      (node) =>
        `${rule.id} (${rule.impact}): ${node.target.join(' ')}: ${node.failureSummary?.replace(/\s+/g, ' ')}`,
    ),
  )
}

// Waits until the fonts are there and nothing changed or moved for a moment: whoever measures boxes
// while an answer comes in measures two pages at once.
async function still(page) {
  await page.evaluate(async () => {
    await document.fonts.ready
    let last = performance.now()
    const until = last + 5000
    const touched = () => {
      last = performance.now()
    }
    const changes = new MutationObserver(touched)
    changes.observe(document.body, { subtree: true, childList: true, characterData: true })
    const shifts = new PerformanceObserver(touched)
    shifts.observe({ type: 'layout-shift' })
    while (performance.now() < Math.min(last + 250, until)) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    changes.disconnect()
    shifts.disconnect()
  })
}

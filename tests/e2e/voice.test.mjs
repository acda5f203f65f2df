// Settings › Voice: how the brand sounds is changed, tried on a reply before it counts, and kept.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, somebody, violations, watched } from '../lib/browser.mjs'
import { Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let server, browser, context, page
before(async () => {
  server = new Rapport({ command: 'demo' })
  await server.start()
  browser = await launch()
  context = await somebody(browser, server)
  page = await context.newPage()
})
after(async () => {
  await browser?.close()
  await server?.remove()
})

const voice = async () => (await context.request.get('/api/voice')).json()
const warmth = () => page.getByRole('radiogroup', { name: 'Warmth' })
const found = (words) =>
  page.getByTestId('try-out').locator('[data-severity]').filter({ hasText: words })

test('a word to avoid is remarked while it is tried, and kept once it is saved', () =>
  watched(page, 'voice', async () => {
    await page.goto('/settings/voice')
    await page.getByTestId('voice').waitFor()
    const before = await voice()
    const [wanted, label] = before.warmth === 'brisk' ? ['warm', 'Warm'] : ['brisk', 'Brisk']
    await page
      .getByLabel('You write')
      .fill('Hello, your swap basically lies at the counter. Come by.')
    await page.getByTestId('try-out').getByText('What the coach says').waitFor()
    assert.equal(await found('“basically”').count(), 0)

    await warmth().getByText(label, { exact: true }).click()
    await page.getByLabel('Words to avoid').fill('basically')
    await page.keyboard.press('Enter')
    await found('“basically”').waitFor()
    assert.deepEqual(await voice(), before, 'what is tried does not count yet')
    assert.deepEqual(await violations(page), [])

    await page.getByRole('button', { name: 'Save' }).click()
    await eventually('it is saved', async () => (await voice()).avoid.includes('basically'))
    await page.reload()
    await page.getByTestId('voice').getByText('basically', { exact: true }).waitFor()
    assert.ok(await warmth().getByLabel(label, { exact: true }).isChecked())
    const { changed_by: _by, changed_at: _at, ...now } = await voice()
    const { changed_by: _nobody, changed_at: _never, ...then } = before
    assert.deepEqual(now, { ...then, warmth: wanted, avoid: [...before.avoid, 'basically'] })
    assert.deepEqual(context.errors, [])
  }))

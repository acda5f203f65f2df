// Two brands on one server: the owner makes a second one, asks a colleague in, and each sees only what is
// theirs.
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { after, before, test } from 'node:test'
import { promisify } from 'node:util'
import { launch, somebody, watched } from '../lib/browser.mjs'
import { binary, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let server, browser, owner, colleague
before(async () => {
  server = new Rapport()
  // A brand with conversations, so that there is something not to see.
  const password = 'an oven is never cold'
  const { stdout } = await promisify(execFile)(
    binary,
    ['generate', '--data', server.data, '--posts', '300', '--conversations', '60'],
    { env: { ...process.env, RAPPORT_PASSWORD: password } },
  )
  await server.start()
  browser = await launch()
  const email = stdout.match(/Sign in as (\S+)/)[1]
  owner = await somebody(browser, server, { signedIn: { email, password } })
  colleague = await somebody(browser, server)
  await owner.grantPermissions(['clipboard-read', 'clipboard-write'])
})
after(async () => {
  await browser?.close()
  await server?.remove()
})

const rows = (page) => page.getByTestId('conversation-row')
const ask = (page, path) =>
  page.evaluate(async (path) => {
    const answer = await fetch(path)
    return { status: answer.status, body: await answer.json() }
  }, path)

async function invite(page, email, role) {
  await page.goto('/settings/team')
  await page.getByRole('button', { name: 'Invite', exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Email').fill(email)
  await dialog.getByLabel('Role').selectOption(role)
  await dialog.getByRole('button', { name: 'Invite' }).click()
  return dialog
}

test('a second brand, a colleague in it, and nothing of the first', {
  timeout: 120_000,
}, async () => {
  const page = await owner.newPage()
  await watched(page, 'brands-owner', async () => {
    await page.goto('/inbox')
    await rows(page).first().waitFor()
    const first = (await ask(page, '/api/session')).body.workspace
    const conversation = (await ask(page, '/api/conversations')).body.items[0].id
    const secondTab = await owner.newPage()
    await secondTab.goto('/inbox')
    await rows(secondTab).first().waitFor()

    // By keyboard: g w, down to the last item, a name, Enter.
    await page.keyboard.press('g')
    await page.keyboard.press('w')
    await page.getByRole('menuitem', { name: first.name }).waitFor()
    await eventually('the present workspace has the focus', () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-current') === 'true'),
    )
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Enter')
    await page.getByLabel('Name of the brand').fill('Tea & Tide')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: /^Tea & Tide: change/ }).waitFor()
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    await eventually('the inbox is empty', async () => (await rows(page).count()) === 0)
    assert.equal((await ask(page, `/api/conversations/${conversation}`)).status, 404)

    // The other tab follows by itself, and shows nothing of both.
    await secondTab.getByRole('button', { name: /^Tea & Tide: change/ }).waitFor()
    await eventually(
      'the other tab is empty, too',
      async () => (await rows(secondTab).count()) === 0,
    )
    await secondTab.close()

    const dialog = await invite(page, 'nia@tide.example', 'agent')
    const link = await dialog.locator('code').innerText()
    assert.match(link, /\/join#[\w-]{40,}$/)
    await dialog.getByRole('button', { name: 'Copy the link' }).click()
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), link)
    await dialog.getByRole('button', { name: 'Done' }).click()
    await page.getByText('nia@tide.example').waitFor()

    const hers = await colleague.newPage()
    await watched(hers, 'brands-colleague', async () => {
      await hers.goto(link)
      await hers.getByRole('heading', { name: 'Join Tea & Tide' }).waitFor()
      await hers.getByLabel('Your name').fill('Nia')
      await hers.getByLabel('Password', { exact: true }).fill('a kettle on the beach')
      await hers.getByRole('button', { name: 'Join' }).click()
      await hers.getByRole('button', { name: /^Tea & Tide: change/ }).waitFor()
      assert.equal((await ask(hers, '/api/workspaces')).body.items.length, 1)
      assert.equal((await ask(hers, '/api/conversations?state=all')).body.items.length, 0)
      for (const path of [
        `/api/conversations/${conversation}`,
        `/api/conversations/${conversation}/thread`,
      ])
        assert.equal((await ask(hers, path)).status, 404, path)
      assert.equal((await ask(hers, '/api/audit')).status, 403)
      // An agent is not offered what an agent may not do.
      await hers.goto('/settings/team')
      await hers.getByText('nia@tide.example').waitFor()
      assert.equal(await hers.getByRole('button', { name: 'Invite', exact: true }).count(), 0)
      assert.equal(await hers.getByRole('link', { name: 'Audit log' }).count(), 0)
      // The link has done its work.
      const again = await (await browser.newContext({ baseURL: server.url })).newPage()
      await again.goto(link)
      await again.getByRole('heading', { name: 'This link leads nowhere' }).waitFor()
      await again.context().close()
    })

    // The owner's page learnt of her by itself: she stands in the team, the invitation is gone.
    await page.getByRole('combobox', { name: 'Role of Nia' }).waitFor()
    assert.equal(await page.getByRole('heading', { name: 'Invited' }).count(), 0)

    // In the first brand she is asked in as a viewer; signed in as she is, the link is enough.
    await page.getByRole('button', { name: /change workspace/ }).click()
    await page.getByRole('menuitem', { name: first.name }).click()
    await rows(page).first().waitFor()
    const asked = await invite(page, 'nia@tide.example', 'viewer')
    const second = await asked.locator('code').innerText()
    await asked.getByRole('button', { name: 'Done' }).click()

    await watched(hers, 'brands-colleague-viewer', async () => {
      await hers.goto(second)
      await hers.getByText('You are signed in with this address.').waitFor()
      assert.equal(await hers.getByLabel('Your name').inputValue(), 'Nia')
      assert.equal(await hers.getByLabel('Password', { exact: true }).count(), 0)
      await hers.getByRole('button', { name: 'Join' }).click()
      await hers.getByRole('button', { name: /change workspace/ }).waitFor()
      await rows(hers).first().waitFor()
      await rows(hers).first().click()
      await hers.getByText(/You can read along here/).waitFor()
      assert.equal(await hers.getByTestId('composer').count(), 0)
    })

    await page.getByRole('combobox', { name: 'Role of Nia' }).waitFor()
    // Removed while she reads: her page is led out at once, into nothing of this brand.
    await page.getByRole('button', { name: 'Remove Nia' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await page.getByText('Nia is no member any more.').waitFor()
    await watched(hers, 'brands-colleague-removed', () =>
      eventually('her page is led out', async () => {
        const session = await ask(hers, '/api/session')
        return session.body.workspace?.id !== first.id && (await rows(hers).count()) === 0
      }),
    )
    await page.goto('/settings/audit')
    await page.getByText('removed nia@tide.example').waitFor()
  })
  assert.deepEqual(owner.errors, [])
})

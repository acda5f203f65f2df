// A team at one inbox: tags, many at once and undo, saved views, the palette, teammates in notes,
// who is looking and replying. Two people in two browsers.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { Api } from '../lib/api.mjs'
import { launch, somebody, violations, watched } from '../lib/browser.mjs'
import { Rapport } from '../lib/rapport.mjs'
import { eventually, sleep } from '../lib/wait.mjs'

const ben = {
  name: 'Ben Baker',
  email: 'ben@harbourbread.test',
  password: 'a second pair of hands',
}

// The demo's week: plenty of people who wait, and nobody but us who decides.
let server, api, benApi, owner, open, browser, olu, other, page
before(async () => {
  server = new Rapport({ command: 'demo' })
  await server.start()
  api = new Api(server.url)
  const session = await api.get('/session')
  api.csrf = session.csrf
  owner = session.member
  benApi = await server.addMember(ben)
  open = await api.conversations({ state: 'open' })
  // Without the story's tags, so that its row shows the one a test puts there.
  for (const tag of open[0].tags) await api.delete(`/conversations/${open[0].id}/tags/${tag.id}`)
  assert.ok(open.length >= 9, `${open.length} are open`)
  browser = await launch()
  // So tall that every row of the list is in the page.
  const viewport = { width: 1440, height: 3600 }
  olu = await somebody(browser, server, { viewport })
  other = await somebody(browser, server, { viewport, signedIn: ben })
})
after(async () => {
  await browser?.close()
  await server?.remove()
})
beforeEach(async () => {
  await page?.close()
  page = await olu.newPage()
  await page.goto('/inbox')
  await rows().first().waitFor()
})

const rows = (where = page) => where.getByTestId('conversation-row')
const conversation = (id) => api.get(`/conversations/${id}`)
// The same conversation for a test each, in the order of the list.
const nth = (number) => open[number - 1].id
const rowOf = (id, where = page) => where.locator(`[data-conversation-id="${id}"]`)
const press = (key) => page.keyboard.press(key)
const tag = async (name) => (await api.get('/tags')).items.find((each) => each.name === name)
// A question on the screen; toasts and menus are none.
const dialog = () => page.getByRole('dialog')

test('a tag is made where it is needed, seen live by the other, and narrows the list', () =>
  watched(page, 'team-tags', async () => {
    const id = nth(1)
    const there = await other.newPage()
    await there.goto('/inbox')
    await rowOf(id, there).waitFor()
    await rowOf(id).focus()
    await press('t')
    const field = dialog().getByRole('combobox')
    await field.waitFor()
    await field.fill('Refund')
    await press('Enter')
    await eventually(
      'it is tagged',
      async () => (await conversation(id)).tags.map((tag) => tag.name).join() === 'Refund',
    )
    assert.deepEqual(await violations(page), [])
    await press('Escape')
    await rowOf(id, there).getByText('Refund').waitFor()
    await there.close()

    await page.getByRole('button', { name: 'Narrow or sort the list' }).click()
    await page.getByRole('menuitem', { name: /Refund/ }).click()
    await eventually('only that one is left', async () => (await rows().count()) === 1)
    assert.match(page.url(), /tag=\d+/)
    await page.getByRole('button', { name: /Do not narrow to Refund/ }).click()
    await eventually('all are back', async () => (await rows().count()) > 1)
  }))

test('several are dealt with at once, and all of it is taken back', () =>
  watched(page, 'team-bulk', async () => {
    const list = await rows().evaluateAll((all) => all.map((row) => row.dataset.conversationId))
    const from = list.indexOf(nth(2))
    await rowOf(list[from]).focus()
    await press('x')
    await press('Shift+J')
    await press('Shift+J')
    const bar = page.getByTestId('bulk-bar')
    await bar.getByText('3 selected').waitFor()
    assert.deepEqual(await violations(page), [])
    const chosen = list.slice(from, from + 3)
    await press('s')
    await dialog().getByRole('button', { name: 'Spam' }).click()
    await eventually('all are skipped', async () =>
      (await Promise.all(chosen.map(conversation))).every((one) => one.state === 'skipped'),
    )
    await rowOf(chosen[0]).waitFor({ state: 'detached' })
    await page.getByText('Skipped: Spam (3)').waitFor()
    await press('u')
    await eventually('all are open again', async () =>
      (await Promise.all(chosen.map(conversation))).every((one) => one.state === 'open'),
    )
    await rowOf(chosen[0]).waitFor()
    const { history } = await conversation(chosen[0])
    assert.deepEqual(
      history.slice(0, 2).map((one) => one.kind),
      ['undo', 'skip'],
    )
  }))

test('undo does not go over what somebody else did since', () =>
  watched(page, 'team-undo', async () => {
    const id = nth(5)
    await benApi.post(`/conversations/${id}/assign`, { member_id: null })
    await rowOf(id).getByTitle(`${owner.name} has it`).waitFor({ state: 'detached' })
    await rowOf(id).focus()
    await press('a')
    await dialog().getByRole('button', { name: owner.name }).click()
    await eventually('it is hers', async () => (await conversation(id)).owner?.name === owner.name)
    const members = (await benApi.get('/members')).items
    const me = members.find((one) => one.name === ben.name)
    await benApi.post(`/conversations/${id}/assign`, { member_id: me.id })
    await press('u')
    await page.getByText(/stays as it is/).waitFor()
    assert.equal((await conversation(id)).owner.name, ben.name)
  }))

test('a view is saved, linked, and seen by the other only when it is shared', () =>
  watched(page, 'team-views', async () => {
    await page.goto('/inbox?view=all&q=the')
    await rows().first().waitFor()
    await page.getByTestId('more-views').click()
    await page.getByRole('menuitem', { name: 'Save this view' }).click()
    await dialog().getByLabel('Name').fill('The words')
    await press('Enter')
    await eventually('the address names it', () => /saved=\d+/.test(page.url()))
    await page.getByTestId('more-views').getByText('The words').waitFor()
    const link = page.url()

    const there = await other.newPage()
    await there.goto(link)
    await there.getByText('This view is not here').waitFor()
    const saved = async () => (await api.get('/views')).items
    const view = (await saved()).find((each) => each.name === 'The words')
    await api.put(`/views/${view.id}`, {
      name: 'The words',
      state: view.state,
      q: view.q,
      shared: true,
    })
    await there.getByTestId('more-views').getByText('The words').waitFor()
    await rows(there).first().waitFor()
    await there.close()

    await page.getByTestId('more-views').click()
    await page.getByRole('menuitem', { name: 'Arrange views' }).click()
    await dialog().getByLabel('Name of The words').waitFor()
    assert.deepEqual(await violations(page), [])
    await dialog().getByRole('button', { name: 'Remove The words' }).click()
    await eventually('it is gone', async () => !(await saved()).some(({ id }) => id === view.id))
  }))

test('the palette does what is asked, goes where one wants, and finds what was said', () =>
  watched(page, 'team-palette', async () => {
    const id = nth(6)
    await rowOf(id).click()
    await page.getByTestId('thread-post').first().waitFor()
    await press('Control+k')
    const field = page.getByTestId('palette')
    await field.waitFor()
    await field.fill('assign to me')
    await page.getByRole('option', { name: /Assign to Me/ }).waitFor()
    assert.deepEqual(await violations(page), [])
    await press('Enter')
    await eventually('it is hers', async () => (await conversation(id)).owner?.name === owner.name)

    await press('Control+k')
    const said = open[6].excerpt.split(/\s+/).filter((word) => /^[a-z]{5,}$/i.test(word))
    await field.fill(said.slice(0, 3).join(' '))
    const found = page.getByRole('option', { name: new RegExp(said[0], 'i') }).last()
    await found.waitFor()
    await found.click()
    await eventually('one is open', () => !page.url().includes(id))

    await press('Control+k')
    await field.fill('settings tags')
    await press('Enter')
    await page.getByRole('heading', { name: 'Tags' }).waitFor()
  }))

test('tags are made, recoloured, merged and removed in settings', () =>
  watched(page, 'team-tags-settings', async () => {
    const { id } = await api.post('/tags', { name: 'Sunday', color: 'teal' })
    await api.put(`/conversations/${nth(9)}/tags/${id}`)
    await page.goto('/settings/tags')
    const list = page.getByTestId('tags')
    await list.getByText('Sunday').waitFor()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Weekend')
    await page.getByRole('button', { name: 'Make a tag' }).click()
    await page.getByRole('button', { name: 'Change Weekend' }).click()
    await page.getByRole('menuitem', { name: 'Rename or recolour' }).click()
    assert.deepEqual(await violations(page), [])
    assert.equal(
      await list
        .getByLabel('Name')
        .evaluate((field) => field.ownerDocument.activeElement === field),
      true,
    )
    await list.getByRole('radio', { name: 'Violet' }).check()
    await list.getByLabel('Name').fill('Weekends')
    await list.getByRole('button', { name: 'Save' }).click()
    await list.getByText('Weekends').waitFor()
    await eventually(
      'it has its new colour',
      async () => (await tag('Weekends'))?.color === 'violet',
    )

    await page.getByRole('button', { name: 'Change Sunday' }).click()
    await page.getByRole('menuitem', { name: 'Merge into another' }).click()
    await list.getByRole('combobox', { name: 'Merge into' }).click()
    await page.getByRole('option', { name: 'Weekends', exact: true }).click()
    await list.getByRole('button', { name: 'Merge', exact: true }).click()
    await eventually('what bore the one bears the other', async () => {
      const { tags } = await conversation(nth(9))
      return tags.some(({ name }) => name === 'Weekends')
    })
    assert.equal(await tag('Sunday'), undefined)

    await page.getByRole('button', { name: 'Change Weekends' }).click()
    await page.getByRole('menuitem', { name: 'Remove' }).click()
    await list.getByText('taken off every conversation').waitFor()
    assert.deepEqual(await violations(page), [])
    await list.getByRole('button', { name: 'Remove' }).click()
    await eventually('it is gone', async () => (await tag('Weekends')) === undefined)
    await list.getByText('Weekends', { exact: true }).waitFor({ state: 'detached' })
  }))

test('a teammate named in a note is told, finds it, and has seen it once it is open', () =>
  watched(page, 'team-mention', async () => {
    const id = nth(8)
    const there = await other.newPage()
    await there.goto('/inbox')
    await rowOf(id, there).waitFor()
    await rowOf(id).click()
    await page.getByTestId('thread-post').first().waitFor()
    await press('n')
    const note = page.getByTestId('note')
    await note.pressSequentially('Can you look, @be')
    await page.getByTestId('naming').getByText(ben.name).waitFor()
    await press('Enter')
    await note.pressSequentially('? Thank you')
    await eventually('the name stands there', async () =>
      (await note.inputValue()).includes(`@${ben.name} ?`),
    )
    await press('Control+Enter')
    await eventually('it is added', async () => (await conversation(id)).notes.length === 1)
    const [kept] = (await conversation(id)).notes
    assert.equal(kept.mentions.length, 1)
    assert.equal(
      Buffer.from(kept.text).subarray(kept.mentions[0].begin, kept.mentions[0].end).toString(),
      `@${ben.name}`,
    )

    await there.getByText(`${owner.name} named you in a note`).waitFor()
    await rowOf(id, there).getByText('Names you').waitFor()
    await there.getByRole('button', { name: '1 conversation names you' }).click()
    await eventually('only that one', async () => (await rows(there).count()) === 1)
    await rowOf(id, there).click()
    await there.getByText(`@${ben.name}`).waitFor()
    await there.getByRole('button', { name: 'Mentions of me' }).waitFor()
    await there.close()
  }))

test('one sees who is looking and who is replying, and may answer all the same', () =>
  watched(page, 'team-presence', async () => {
    const id = nth(7)
    await rowOf(id).click()
    await page.getByTestId('thread-post').first().waitFor()
    const there = await other.newPage()
    await there.goto(`/inbox/${id}`)
    await there.getByTestId('composer').waitFor()
    await page.getByText(`${ben.name} is looking`).first().waitFor({ state: 'attached' })
    await there.getByTestId('composer').pressSequentially('On it')
    await page.getByTestId('replying').getByText(`${ben.name} is replying`).waitFor()
    assert.deepEqual(await violations(page), [])
    await page.getByTestId('composer').fill('Me too')
    assert.equal(await page.getByTestId('send').isEnabled(), true)
    await there.close()
    await eventually(
      'he is gone',
      async () => (await page.getByText(`${ben.name} is`).count()) === 0,
      { timeout: 30_000 },
    )
    await page.getByTestId('composer').fill('')
    await sleep(600)
  }))

test('a conversation can be printed and taken along', () =>
  watched(page, 'team-print', async () => {
    const id = nth(2)
    await rowOf(id).click()
    await page.getByTestId('thread-post').first().waitFor()
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')))
    await page.emulateMedia({ media: 'print' })
    const sheet = page.locator('.rp-print')
    assert.equal(await sheet.isVisible(), true)
    assert.match(await sheet.innerText(), /@\S+/)
    assert.ok((await sheet.innerText()).includes((await api.thread(id))[0].text.slice(0, 30)))
    assert.equal(await page.getByTestId('composer').isVisible(), false)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
    await sheet.waitFor({ state: 'detached' })
    await page.getByTestId('thread-more').click()
    const download = page.waitForEvent('download')
    await page.getByRole('menuitem', { name: 'As Markdown' }).click()
    assert.match((await download).suggestedFilename(), new RegExp(`conversation-${id}\\.md`))
  }))

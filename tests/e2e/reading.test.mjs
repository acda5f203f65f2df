// What was read out of people's words, as the team works with it: the list narrowed and sorted by it,
// a wrong reading corrected with one click, reasons summed up and managed, and what was learned.
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
  // What was told before is read in the background.
  await page.goto('/inbox')
  await eventually('those who wait are read', async () => {
    const { items } = await ask('conversations?state=open&limit=100')
    return items.length > 0 && items.every((row) => row.reading)
  })
})
after(async () => {
  await browser?.close()
  await server?.remove()
})

const ask = async (path) => (await context.request.get(`/api/${path}`)).json()
const rows = () => page.getByTestId('conversation-row')
const narrow = async () => {
  await page.getByRole('button', { name: 'Narrow or sort the list' }).click()
}
const item = (name) => page.getByRole('menuitem', { name, exact: true })

test('the list is narrowed by what people say, and a saved view keeps it', () =>
  watched(page, 'reading-narrow', async () => {
    await page.goto('/inbox')
    await rows().first().waitFor()
    await narrow()
    await item('What they want').click()
    await item('Question').waitFor()
    assert.deepEqual(await violations(page), [])
    await item('Question').click()
    await page.getByRole('button', { name: 'Do not narrow to Question' }).waitFor()
    assert.match(page.url(), /intent=question/)
    const { items } = await ask('conversations?state=open&intent=question&limit=100')
    assert.ok(items.length > 0, 'nobody who waits asks anything')
    assert.ok(items.every((row) => row.reading.intents.includes('question')))
    await eventually('only they are left', async () => {
      const ids = await rows().evaluateAll((all) => all.map((row) => row.dataset.conversationId))
      return ids.length > 0 && ids.every((id) => items.some((row) => row.id === id))
    })

    await narrow()
    await item('Needs an answer').click()
    await page.getByTestId('more-views').click()
    await page.getByRole('menuitem', { name: 'Save this view' }).click()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Questions')
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await eventually('the view is looked through', () => /saved=\d+/.test(page.url()))
    await page.reload()
    await page.getByRole('button', { name: 'Do not narrow to Question' }).waitFor()
    await page.getByRole('button', { name: 'Do not narrow to Needs an answer' }).waitFor()
    assert.deepEqual(context.errors, [])
  }))

test('what matters comes first, unless who waits longest is asked for', () =>
  watched(page, 'reading-priority', async () => {
    await page.goto('/inbox')
    await rows().first().waitFor()
    const drawn = () => rows().evaluateAll((all) => all.map((row) => row.dataset.conversationId))
    const inOrderOf = async (items) => {
      const ids = await drawn()
      return ids.length > 3 && ids.every((id, at) => id === items[at].id)
    }
    const { items } = await ask('conversations?state=open&order=priority&limit=100')
    await eventually('in the order of the server', () => inOrderOf(items))
    const longest = await ask('conversations?state=open&limit=100')
    assert.equal(await inOrderOf(longest.items), false, 'the two orders are the same')
    await narrow()
    await item('Who waits longest').click()
    await page.getByRole('button', { name: 'Do not narrow to Who waits longest first' }).waitFor()
    await eventually('by their wait', () => inOrderOf(longest.items))
    const needs = items.map((row) => row.reading.needs_reply)
    assert.deepEqual(needs, needs.toSorted().toReversed(), 'who needs no answer comes last')
  }))

test('a wrong reading is corrected with one click, stays corrected, and can be taken back', () =>
  watched(page, 'reading-correct', async () => {
    const { items } = await ask('conversations?state=open&intent=question&limit=100')
    await page.goto(`/inbox/${items[0].id}`)
    const post = page
      .getByTestId('thread-post')
      .filter({ has: page.getByRole('button', { name: 'Question' }) })
      .first()
    const id = await post.getAttribute('data-post-id')
    const line = page.locator(`[data-post-id="${id}"]`).getByTestId('reading')
    const stored = async () => {
      const { items: posts } = await ask(`conversations/${items[0].id}/thread`)
      return posts.find((one) => one.id === id).reading
    }
    const before = await stored()
    await line.getByRole('button', { name: 'Question' }).press('Enter')
    const box = page.getByRole('dialog', { name: 'How this should be read' })
    await box.getByRole('checkbox', { name: 'Question' }).waitFor()
    await page.locator(`[data-post-id="${id}"] mark`).first().waitFor()
    assert.deepEqual(await violations(page), [])
    await box.getByRole('checkbox', { name: 'Suggestion' }).click()
    const suggestion = line.getByRole('button', { name: /Suggestion/ })
    await suggestion.getByText('you said').waitFor()
    await eventually('the server has it', async () => {
      const reading = await stored()
      return (
        reading.corrected.join() === 'intents' &&
        reading.intents.some(({ label }) => label === 'suggestion')
      )
    })
    await page.keyboard.press('Escape')
    await box.waitFor({ state: 'hidden' })
    await eventually('the focus is where it was', () =>
      page.evaluate(() => document.activeElement.dataset.key === 'question'),
    )
    await page.reload()
    await suggestion.getByText('you said').waitFor()

    await suggestion.click()
    await box.getByRole('button', { name: 'Take back what you said' }).click()
    await suggestion.waitFor({ state: 'hidden' })
    await eventually('read as before', async () => {
      const { intents, corrected } = await stored()
      const labels = (all) => all.map(({ label }) => label).join()
      return corrected.length === 0 && labels(intents) === labels(before.intents)
    })

    await line.getByRole('button', { name: 'Not right? Correct it' }).click({ force: true })
    const wrong = before.sentiment?.label === 'positive' ? 'Bad' : 'Good'
    await box.getByRole('button', { name: wrong }).click()
    await line.getByText('you said').waitFor()
    await page.getByTestId('undo-correction').click()
    await line.getByText('you said').waitFor({ state: 'hidden' })
    await eventually('nothing is corrected', async () => (await stored()).corrected.length === 0)
    assert.deepEqual(context.errors, [])
  }))

test('reasons are summed up, lead to who gave them, and are the team’s own', () =>
  watched(page, 'reading-reasons', async () => {
    // Earlier posts are read in the background.
    await eventually('all is read', async () => !(await ask('reasons/summary?days=90')).catching_up)
    const { items } = await ask('reasons/summary?days=90')
    assert.ok(items.length > 0, 'nobody in the story gives a reason')
    await page.goto('/inbox')
    await page.getByRole('link', { name: 'Insights' }).first().click()
    await page.getByText('90 days', { exact: true }).click()
    const reasons = page.getByTestId('reasons').getByTestId('insight')
    await eventually('as many as the server counts', async () => {
      const shown = await reasons.allTextContents()
      return (
        shown.length === items.length &&
        shown.every((text, at) => text.startsWith(`${items[at].name}${items[at].posts} post`))
      )
    })
    assert.deepEqual(await violations(page), [])

    const all = page.getByTestId('all-reasons')
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Broken lids')
    await page.getByRole('button', { name: 'Add reason' }).click()
    await all.getByText('Broken lids').waitFor()
    await page.getByRole('button', { name: 'More about Broken lids' }).click()
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await all.getByLabel('Name').fill('Lids that break')
    await all.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('button', { name: 'More about Lids that break' }).click()
    await page.getByRole('menuitem', { name: 'Merge into another' }).click()
    await all.getByRole('combobox', { name: 'Merge into' }).click()
    await page.getByRole('option', { name: 'Quality', exact: true }).click()
    await all.getByRole('button', { name: 'Merge', exact: true }).click()
    await all.getByText('also Lids that break').waitFor()
    const known = await ask('reasons')
    const lids = known.items.find((one) => one.name === 'Lids that break')
    assert.equal(lids.merged_into, known.items.find((one) => one.name === 'Quality').key)
    assert.deepEqual(await violations(page), [])

    // The number opens those behind it, also who was answered since.
    await reasons.first().click()
    const days = Number(/days=(\d+)/.exec(page.url())[1])
    await page
      .getByRole('button', { name: `Do not narrow to ${items[0].name}, last ${days} days` })
      .waitFor()
    assert.match(page.url(), new RegExp(`gave=${items[0].key}`))
    const gave = `conversations?state=all&gave=${items[0].key}&days=${days}&limit=100`
    const behind = (await ask(gave)).items.map((row) => row.id)
    assert.ok(behind.length > 0 && behind.length <= items[0].posts)
    for (const one of items[0].examples) assert.ok(behind.includes(one.conversation_id))
    assert.ok(
      (await ask(gave)).items.some((row) => row.state !== 'open'),
      'answered ones, too',
    )
    await rows().first().waitFor()
    const drawn = () => rows().evaluateAll((all) => all.map((row) => row.dataset.conversationId))
    await eventually('in this order', async () => {
      const ids = await drawn()
      return ids.length > 0 && ids.every((id, at) => id === behind[at])
    })
    assert.deepEqual(context.errors, [])
  }))

test('topics are summed up, lead to who spoke of them, and are named by the team', () =>
  watched(page, 'reading-topics', async () => {
    // They are learned from the story, and its posts read again with them, in the background.
    const told = () => ask('topics/summary?days=90')
    await eventually('posts are told to be about topics', async () => {
      const { items } = await told()
      const posts = items.reduce((sum, one) => sum + one.posts, 0)
      await new Promise((resolve) => setTimeout(resolve, 500))
      const again = (await told()).items.reduce((sum, one) => sum + one.posts, 0)
      return items.length > 1 && posts > 0 && posts === again
    })
    const { items } = await told()
    await page.goto('/insights/reasons?days=90')
    await page.getByRole('link', { name: 'Topics', exact: true }).press('Enter')
    await eventually('the address says so', () => /insights\/topics\?days=90/.test(page.url()))
    const topics = page.getByTestId('topics').getByTestId('insight')
    await eventually('as many as the server counts', async () => {
      const shown = await topics.allTextContents()
      return (
        shown.length === items.length &&
        shown.every((text, at) => text.startsWith(`${items[at].name}${items[at].posts} post`))
      )
    })
    assert.deepEqual(await violations(page), [])

    const [first, second] = items
    const all = page.getByTestId('all-topics')
    await page.getByRole('button', { name: `More about ${first.name}`, exact: true }).press('Enter')
    await page.getByRole('menuitem', { name: 'Rename' }).press('Enter')
    await all.getByLabel('Name').fill('What most speak of')
    await page.keyboard.press('Enter')
    await all.getByText('What most speak of', { exact: true }).waitFor()
    await page.getByRole('button', { name: `More about ${second.name}`, exact: true }).click()
    await page.getByRole('menuitem', { name: 'Merge into another' }).click()
    await all.getByRole('combobox', { name: 'Merge into' }).click()
    await page.getByRole('option', { name: 'What most speak of', exact: true }).click()
    assert.deepEqual(await violations(page), [])
    await all.getByRole('button', { name: 'Merge', exact: true }).click()
    await eventually('the second is part of the first', async () => {
      const { items: left } = await ask('topics')
      return (
        left.some((one) => one.id === first.id && one.name === 'What most speak of') &&
        left.every((one) => one.id !== second.id)
      )
    })
    await page.goto('/settings/tags')
    await page.getByRole('heading', { name: 'Tags' }).waitFor()
    await page.keyboard.press('Control+k')
    await page.getByTestId('palette').fill('topics')
    await page.getByRole('option', { name: 'Topics' }).waitFor()
    await page.keyboard.press('Enter')
    await topics.filter({ hasText: 'What most speak of' }).click()
    const chip = page.getByRole('button', { name: 'Do not narrow to What most speak of' })
    await chip.waitFor()
    assert.match(page.url(), new RegExp(`about=${first.id}`))
    await rows().first().waitFor()

    // Of those who wait by the menu, and below a post with the words that say so.
    await chip.click()
    await narrow()
    await item('Topic').click()
    await item('What most speak of').click()
    await chip.waitFor()
    await rows().first().click()
    const said = page
      .getByTestId('reading')
      .getByRole('button', { name: 'What most speak of' })
      .first()
    await said.click()
    await page.locator('[data-post-id] mark').first().waitFor()
    assert.equal(await said.getAttribute('aria-pressed'), 'true')
    assert.deepEqual(await violations(page), [])
    assert.deepEqual(context.errors, [])
  }))

test('what was learned is told, and can be switched off and on', () =>
  watched(page, 'reading-learning', async () => {
    await page.goto('/settings/learning')
    const card = page.getByTestId('learning')
    await card.waitFor()
    assert.deepEqual(await violations(page), [])
    await card.getByRole('button', { name: 'Switch off' }).click()
    await card.getByRole('button', { name: 'Switch on' }).waitFor()
    assert.equal((await ask('learning')).on, false)
    await card.getByRole('button', { name: 'Switch on' }).click()
    await card.getByRole('button', { name: 'Switch off' }).waitFor()
    assert.equal((await ask('learning')).on, true)
    assert.deepEqual(context.errors, [])
  }))

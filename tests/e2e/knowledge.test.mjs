// Knowledge: an article is written and published, a question nobody wrote about becomes one, a folder comes in.
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

const ask = async (path) => (await context.request.get(`/api/${path}`)).json()
const rows = () => page.getByTestId('article')
const saved = () => page.getByTestId('saved').getByText('Saved', { exact: true }).waitFor()

test('an article is written by keyboard, saved as it is typed, published and taken back', () =>
  watched(page, 'knowledge-write', async () => {
    await page.goto('/inbox')
    await page.getByTestId('conversation-row').first().waitFor()
    await page.keyboard.press('g')
    await page.keyboard.press('k')
    await page.waitForURL('**/knowledge')
    await page.getByTestId('new-article').waitFor()
    await page.keyboard.press('n')
    await page.getByTestId('article-form').waitFor()
    await page.keyboard.type('How we wrap a present')
    await page.waitForURL(/\/knowledge\/\d+$/)
    const id = page.url().match(/\d+$/)[0]
    await page.getByTestId('markdown').click()
    await page.keyboard.type(
      '## In short\n\nIn **paper** that can be used again. <b>No</b> plastic.',
    )
    await saved()
    const preview = page.getByTestId('preview')
    await preview.getByRole('heading', { name: 'In short' }).waitFor()
    assert.equal(await preview.locator('strong').innerText(), 'paper')
    assert.equal(await preview.locator('b').count(), 0, 'HTML is its text')
    assert.deepEqual(await violations(page), [])

    await page.getByTestId('publish').click()
    await page.getByTestId('update').waitFor()
    assert.equal((await ask(`articles/${id}`)).status, 'published')
    // What is public is changed when somebody says so; until then it stays here, whatever happens.
    await page.getByTestId('markdown').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' Always.')
    await page.reload()
    await page.getByTestId('markdown').getByText('Always.').waitFor()
    assert.doesNotMatch((await ask(`articles/${id}`)).markdown, /Always/)

    // Somebody else is faster: both texts are there until one is chosen.
    const theirs = await ask(`articles/${id}`)
    const { csrf } = await ask('session')
    const answer = await context.request.put(`/api/articles/${id}`, {
      headers: { 'X-CSRF-Token': csrf },
      data: bodyOf({ ...theirs, markdown: 'In a tin.' }),
    })
    assert.equal(answer.status(), 200, await answer.text())
    await page.getByTestId('markdown').click()
    await page.keyboard.press('Control+Enter')
    const conflict = page.getByTestId('conflict')
    await conflict.getByText('In a tin.').waitFor()
    await conflict.getByText(/In \*\*paper\*\*/).waitFor()
    await page.getByTestId('keep-mine').click()
    await saved()
    assert.match((await ask(`articles/${id}`)).markdown, /paper.*Always/s)
    assert.deepEqual(context.errors, [])
  }))

const bodyOf = ({ kind, status, language, category_id, slug, title, markdown, url, ...rest }) => ({
  ...{ kind, status, language, category_id, slug, title, markdown, url },
  ...{ medium: rest.medium, questions: rest.questions, owner_id: rest.owner_id },
  ...{ review_at: rest.review_at, version: rest.version },
})

test('the list is found through by words and keys', () =>
  watched(page, 'knowledge-list', async () => {
    await page.goto('/knowledge')
    await rows().first().waitFor()
    assert.deepEqual(await violations(page), [])
    await page.keyboard.press('/')
    await page.keyboard.type('wrap a pres')
    await eventually('one is left', async () => (await rows().count()) === 1)
    await page.keyboard.press('Tab')
    await page.getByTestId('article').first().focus()
    await page.reload()
    await rows().first().waitFor()
    assert.equal(await rows().count(), 1, 'the address keeps the search')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByTestId('article-form').waitFor()
    assert.equal(await page.getByLabel('Title').inputValue(), 'How we wrap a present')
  }))

test('a folder of Markdown comes in, and comes in once', () =>
  watched(page, 'knowledge-import', async () => {
    const file = (name, text) => ({ name, mimeType: 'text/markdown', buffer: Buffer.from(text) })
    const files = [
      file(
        'wood.md',
        '---\nlanguage: en\nquestions:\n  - "Is it oak?"\n---\n# Wood\n\nIt is oak.\n',
      ),
      file('leim.md', '---\ntitle: Leim\nlanguage: de\n---\nOhne Leim.\n'),
    ]
    await page.goto('/knowledge/move')
    await page.getByTestId('import-files').setInputFiles(files)
    await page.getByTestId('import-sum').getByText('2 articles were made.').waitFor()
    assert.deepEqual(await violations(page), [])
    await page.getByTestId('import-files').setInputFiles(files)
    await page.getByTestId('import-sum').getByText('2 were left as they were.').waitFor()
    const german = await ask('articles?language=de')
    assert.ok(german.items.some(({ title }) => title === 'Leim'))
    const download = page.waitForEvent('download')
    await page.getByTestId('export').click()
    assert.equal((await download).suggestedFilename(), 'articles.zip')
  }))

test('what people ask and no article answers is put aside, brought back and written down', () =>
  watched(page, 'knowledge-gaps', async () => {
    const open = async () => (await ask('gaps')).items.filter(({ state }) => state === 'open')
    const some = async () => {
      const found = await open()
      return found.length > 0 && found
    }
    // Once all that was said is read.
    const patience = { timeout: 120_000, every: 500 }
    const [gap, ...others] = await eventually('questions are put together', some, patience)
    await page.goto('/knowledge/gaps')
    const cards = page.getByTestId('gap')
    const card = cards.filter({ has: page.getByRole('heading', { name: gap.name, exact: true }) })
    await card.waitFor()
    assert.equal(await cards.count(), others.length + 1)
    assert.equal(await page.getByTestId('open-gaps').innerText(), String(others.length + 1))
    assert.deepEqual(await violations(page), [])

    // All who asked, in their own words.
    await card.locator('button[aria-expanded]').click()
    const { items } = await ask(`gaps/${gap.id}/posts`)
    await eventually('all posts are there', async () => {
      return (await card.getByRole('listitem').count()) === items.length
    })

    await card.getByRole('button', { name: 'Not for an article' }).click()
    await card.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).first().click()
    await card.waitFor()
    await eventually('it is open again', async () => (await open()).some(({ id }) => id === gap.id))

    await card.getByTestId('write-gap').click()
    await page.waitForURL(/\/knowledge\/\d+$/)
    const id = page.url().match(/\d+$/)[0]
    const { markdown } = await ask(`articles/${id}`)
    assert.ok(markdown.trim().length > 0, 'it begins with what was answered')
    await page.getByTestId('publish').click()
    await page.getByTestId('update').waitFor()
    assert.equal((await ask(`articles/${id}`)).status, 'published')
    await page.goto('/knowledge/gaps')
    await page.getByRole('heading', { level: 1 }).waitFor()
    await eventually('it is not missing any more', async () =>
      (await open()).every((one) => one.id !== gap.id),
    )
    await card.waitFor({ state: 'detached' })
    assert.deepEqual(context.errors, [])
  }))

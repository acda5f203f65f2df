// A feed, from typing a website to its items in the Inbox: chosen among several, read, never
// answered, and nothing in it runs.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, test } from 'node:test'
import { launch, somebody, violations, watched } from '../lib/browser.mjs'
import { owner, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

const site = { title: 'The harbour bakery opens' }
const evil = `<![CDATA[<p>Fresh <a href="javascript:window.ran=1">bread</a> and <a href="/menu">a menu</a></p>
<script>window.ran = 1</script><img src="/x.png" onerror="window.ran = 1"><iframe src="data:text/html,x"></iframe>]]>`

function feed() {
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour &lt;script&gt;window.ran=1&lt;/script&gt;News</title>
<link>http://127.0.0.1:${site.port}/</link>
<item><title>${site.title}</title><guid isPermaLink="false">1</guid><link>javascript:window.ran=1</link>
<description>${evil}</description><pubDate>Sat, 02 Mar 2024 21:30:00 GMT</pubDate></item>
<item><title>Ferries are late</title><guid>2</guid><pubDate>Sun, 03 Mar 2024 21:30:00 GMT</pubDate></item>
</channel></rss>`
}

const web = createServer((request, answer) => {
  if (request.url === '/') {
    answer.setHeader('Content-Type', 'text/html; charset=utf-8')
    return answer.end(`<link rel="alternate" type="application/rss+xml" href="/news.xml" title="News">
      <link rel="alternate" type="application/atom+xml" href="/talk.atom" title="Talk">`)
  }
  if (request.url !== '/news.xml') return answer.writeHead(404).end()
  answer.setHeader('Content-Type', 'text/plain')
  answer.end(feed())
})

// Nobody spoke to us: what a feed says is heard, and waits for nobody.
const heard = { state: 'heard' }

let browser, server, api
before(async () => {
  await new Promise((ready) => web.listen(0, '127.0.0.1', ready))
  site.port = web.address().port
  server = new Rapport({ env: { RAPPORT_ALLOW_PRIVATE_ADDRESSES: '1', RAPPORT_POLL_SECONDS: '1' } })
  await server.start()
  api = await server.asOwner()
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await server?.remove()
  web.closeAllConnections()
  web.close()
})

test('a feed is found, chosen and read, and nothing in it runs', async () => {
  const context = await somebody(browser, server, { signedIn: owner })
  const page = await context.newPage()
  await watched(page, 'feeds', async () => {
    await page.goto('/settings/channels')
    await page.getByRole('button', { name: 'Add a feed' }).click()
    await page.getByLabel('Address of a feed or a website').fill(`http://127.0.0.1:${site.port}`)
    await page.keyboard.press('Enter')
    await page.getByLabel('News (RSS)').check()
    assert.deepEqual(await violations(page), [])
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    const row = page.getByTestId('channel-row')
    await row.getByText('Harbour News').waitFor()
    await row.getByText('Reading', { exact: true }).waitFor()
    assert.equal(await row.getByText('Sign in again').count(), 0)
    await eventually(
      'its items are heard',
      async () => (await api.conversations(heard)).length === 2,
    )
    assert.deepEqual(await violations(page), [])

    const bakery = await api.conversationSaying('bakery', heard)
    await page.goto(`/inbox/${bakery.id}`)
    const post = page.getByTestId('thread-post')
    await post.getByText('Fresh bread and a menu').waitFor()
    assert.match(await post.innerText(), /The harbour bakery opens/)
    // One link leads to the web; what would run is text.
    const links = await post.locator('a').evaluateAll((all) => all.map((one) => one.href))
    assert.deepEqual(links, [`http://127.0.0.1:${site.port}/menu`])
    assert.equal(await page.evaluate(() => window.ran), undefined)
    assert.equal(await post.locator('script, iframe').count(), 0)

    // Read, not answered: but a note can be left.
    await page.getByTestId('read-only').waitFor()
    assert.equal(await page.getByTestId('composer').count(), 0)
    assert.equal(await post.getByRole('button', { name: 'Like' }).count(), 0)
    await page.getByTestId('note').waitFor()
    assert.deepEqual(await violations(page), [])
    assert.deepEqual(context.errors, [])
  })
  assert.deepEqual(await api.conversations(), [])
  for (const { id } of await api.conversations(heard)) {
    const [post] = await api.thread(id)
    await assert.rejects(api.reply(id, 'Hello', { post: post.id }), { status: 403 })
    await assert.rejects(api.post(`/posts/${post.id}/like`), { status: 403 })
  }
  await context.close()
})

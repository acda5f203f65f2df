// The main job, on the real network: somebody says something, the team answers, once.
import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { launch, somebody, watched, written } from '../lib/browser.mjs'
import { newBrand, newPerson, sharedNetwork } from '../lib/network.mjs'
import { connect, owner, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let network, server, api, brand, customer, browser, context, page
let asked = 0
let patient

before(async () => {
  network = await sharedNetwork('desk')
  brand = await newBrand(network, 'brand', 'Harbour Bread')
  customer = await newPerson(network, 'ana', 'Ana Ruiz')
  // Threads are read again sooner than by default (240 s), so that the last test need not wait as long.
  server = new Rapport({ network, env: { RAPPORT_REREAD_SECONDS: '30' } })
  await server.start()
  api = await server.asOwner()
  await connect(api, brand)
  browser = await launch()
  context = await somebody(browser, server, { signedIn: owner })

  // Deleted as soon as it is heard, and never opened: see the last test.
  patient = await network.people.post({ who: customer.did, text: `@${brand.handle} forget this` })
  await eventually('it is heard', () => api.conversationSaying('forget this'))
  await network.people.delete({ who: customer.did, uri: patient.uri })
  patient.deletedAt = Date.now()
})
after(async () => {
  await browser?.close()
  await server?.remove()
  await network?.stop()
})
beforeEach(async () => {
  await page?.close()
  page = await context.newPage()
})

const ask = (who = customer) =>
  network.people.post({
    who: who.did,
    text: `Question ${++asked} for @${brand.handle}: is the oven on?`,
  })
const row = (on = page, n = asked) =>
  on.getByTestId('conversation-row').filter({ hasText: `Question ${n} for` })
const post = (text, on = page) => on.getByTestId('thread-post').filter({ hasText: text })
const field = (on = page) => on.getByTestId('composer')

// What the server holds of a question, known by the words its row shows.
const conversation = (n = asked) => api.conversationSaying(`Question ${n} for`)

// The customer's view: how often `text` stands in the thread that the AppView shows to anybody.
async function timesInThread(uri, text) {
  await network.people.settle()
  const count = (node) =>
    (node.text === text ? 1 : 0) + node.replies.map(count).reduce((a, b) => a + b, 0)
  return count(await network.people.thread({ uri }))
}

async function openQuestion() {
  const question = await ask()
  await eventually('it is heard', conversation)
  await page.goto('/inbox')
  await row().click()
  await post(`Question ${asked}`).waitFor()
  return question
}

test('a mention shows by itself; the answer from the browser stands in the thread, once', () =>
  watched(page, 'main-job', async () => {
    await page.goto('/inbox')
    await page.getByRole('heading', { name: 'Inbox' }).waitFor()
    // Gone after a reload.
    await page.evaluate(() => {
      window.sameDocument = true
    })
    const question = await ask()
    const said = Date.now()
    await row().waitFor()
    console.log(`  shown ${Date.now() - said} ms after it was posted`)
    assert.equal(await page.evaluate(() => window.sameDocument), true, 'without a reload')

    await row().click()
    await post(`Question ${asked}`).waitFor()
    const answer = `It is, Ana. Come by until six (${asked}).`
    await field().fill(answer)
    await page.getByTestId('send').click()
    const sent = Date.now()
    const times = await eventually(
      'the customer reads it',
      async () => (await timesInThread(question.uri, answer)) || undefined,
    )
    console.log(
      `  read by the customer ${Date.now() - sent} ms after it was sent, five of them for undo`,
    )
    assert.equal(times, 1)
    await post(answer).waitFor()
    await eventually('nobody waits any more', async () => (await row().count()) === 0)
    assert.equal((await conversation()).state, 'waiting')
    assert.equal(await timesInThread(question.uri, answer), 1)
    const { records } = await network.people.list({ who: brand.did })
    assert.equal(records.filter((record) => record.value.text === answer).length, 1)
  }))

test('taken back within five seconds, nothing is sent and the words are there again', () =>
  watched(page, 'undo', async () => {
    const question = await openQuestion()
    const answer = `Too hasty (${asked})`
    await field().fill(answer)
    await page.getByTestId('send').click()
    await page.getByTestId('undo').first().click()
    await eventually('the words are back', async () => (await written(field())) === answer)
    await new Promise((wake) => setTimeout(wake, 6500))
    assert.equal(await timesInThread(question.uri, answer), 0)
    assert.equal((await conversation()).state, 'open')
  }))

test('a closed tab still sends', () =>
  watched(page, 'closed-tab', async () => {
    const question = await openQuestion()
    const answer = `Sent and gone (${asked})`
    await field().fill(answer)
    await page.getByTestId('send').click()
    await page.getByTestId('undo').first().waitFor()
    await page.close()
    await eventually('it is sent', async () => (await timesInThread(question.uri, answer)) === 1)
  }))

test('an answer given in the network’s own app ends the wait', () =>
  watched(page, 'own-app', async () => {
    const question = await openQuestion()
    await network.people.reply({
      who: brand.did,
      to: question.uri,
      text: `From the app (${asked})`,
    })
    await post(`From the app (${asked})`).waitFor()
    await eventually('it does not wait', async () => (await row().count()) === 0)
    assert.equal((await conversation()).state, 'waiting')
  }))

test('a deletion on the network is honoured when the thread is opened', () =>
  watched(page, 'deletion', async () => {
    const question = await ask()
    await eventually('it is heard', conversation)
    const rest = `Never mind the rest (${asked})`
    await network.people.reply({ who: customer.did, to: question.uri, text: rest })
    await network.people.settle()
    await page.goto('/inbox')
    await row().click()
    // The network does not tell us when people go on below their own post; opening the thread does.
    await post(rest).waitFor()
    await network.people.delete({ who: customer.did, uri: question.uri })
    await network.people.settle()
    await page.reload()
    await post(rest).waitFor()
    await eventually(
      'its words are gone',
      async () => (await post(`Question ${asked} for`).count()) === 0,
    )
    assert.equal((await api.conversations({ q: `"Question ${asked} for"` })).length, 0)
  }))

test('an edit on the network shows here', () =>
  watched(page, 'edit', async () => {
    const question = await openQuestion()
    await network.people.edit({
      who: customer.did,
      uri: question.uri,
      text: `Question ${asked} for @${brand.handle}, put better`,
    })
    await post('put better').waitFor({ timeout: 60_000 })
  }))

describe('answered meanwhile', () => {
  // The page hears of nothing that happens after it was opened, as on a bad train line.
  const deaf = () => page.route('**/api/events*', (route) => route.abort())
  const asks = () => page.getByRole('alertdialog')

  test('in the network’s own app: sending asks first, and sends when told', () =>
    watched(page, 'meanwhile', async () => {
      await deaf()
      const question = await openQuestion()
      const answer = `Second to speak (${asked})`
      await field().fill(answer)
      const first = `First to speak (${asked})`
      await network.people.reply({ who: brand.did, to: question.uri, text: first })
      await eventually(
        'the server has heard',
        async () => (await conversation()).state === 'waiting',
      )
      await page.getByTestId('send').click()
      await asks().waitFor()
      assert.match(await asks().innerText(), new RegExp(brand.handle))
      assert.equal(await timesInThread(question.uri, answer), 0)
      await asks().getByRole('button').last().click()
      await eventually('it is sent', async () => (await timesInThread(question.uri, answer)) === 1)
    }))

  test('by a teammate: sending asks first, and keeps the words when told to read', () =>
    watched(page, 'teammate', async () => {
      await deaf()
      const question = await openQuestion()
      await field().fill(`Me too (${asked})`)
      const mira = await server.addMember({
        name: 'Mira',
        email: 'mira@harbourbread.test',
        password: 'flour on every sleeve',
      })
      await mira.reply((await conversation()).id, `Me first (${asked})`)
      await page.getByTestId('send').click()
      await asks().waitFor()
      assert.match(await asks().innerText(), /Mira/)
      await asks().getByRole('button').first().click()
      await asks().waitFor({ state: 'hidden' })
      assert.equal(await written(field()), `Me too (${asked})`)
      await eventually(
        'the first is sent',
        async () => (await timesInThread(question.uri, `Me first (${asked})`)) === 1,
      )
      assert.equal(await timesInThread(question.uri, `Me too (${asked})`), 0)
    }))
})

describe('like and follow', () => {
  test('a like and a follow reach the network', () =>
    watched(page, 'like-follow', async () => {
      const question = await openQuestion()
      await post(`Question ${asked}`).getByRole('button', { name: /^like/i }).click()
      await eventually('the like stands', async () => {
        const { records } = await network.people.list({
          who: brand.did,
          collection: 'app.bsky.feed.like',
        })
        return records.filter((record) => record.value.subject.uri === question.uri).length === 1
      })
      await page
        .getByTestId('person-card')
        .getByRole('button', { name: /follow/i })
        .first()
        .click()
      await eventually('the follow stands', async () => {
        const { records } = await network.people.list({
          who: brand.did,
          collection: 'app.bsky.graph.follow',
        })
        return records.filter((record) => record.value.subject === customer.did).length === 1
      })
    }))
})

test('what was typed is there again after a reload', () =>
  watched(page, 'draft', async () => {
    await openQuestion()
    await field().pressSequentially('Half a thou')
    await eventually('it is saved', async () => (await conversation()).draft)
    await page.reload()
    await eventually('it is back', async () => (await written(field())) === 'Half a thou')
  }))

test('a deletion in a conversation that nobody opens is honoured within ten minutes', {
  timeout: 600_000,
}, async () => {
  await eventually(
    'its words are gone',
    async () => !(await api.conversationSaying('forget this')),
    { timeout: 540_000, every: 1000 },
  )
  console.log(
    `  gone at most ${Math.round((Date.now() - patient.deletedAt) / 1000)} s after it was deleted`,
  )
})

test('no page threw anything', () => {
  assert.deepEqual(context.errors, [])
})

// Pictures on the real network: added, described, sent from the browser, and read by the customer
// through the AppView.
import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { launch, somebody, violations, watched, written } from '../lib/browser.mjs'
import { newBrand, newPerson, sharedNetwork } from '../lib/network.mjs'
import { connect, owner, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let network, server, api, brand, customer, browser, context, page
let asked = 0

before(async () => {
  network = await sharedNetwork('pictures')
  brand = await newBrand(network, 'brand', 'Harbour Bread')
  customer = await newPerson(network, 'ana', 'Ana Ruiz')
  server = new Rapport({ network })
  await server.start()
  api = await server.asOwner()
  await connect(api, brand)
  browser = await launch()
  context = await somebody(browser, server, { signedIn: owner })
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

const post = (text) => page.getByTestId('thread-post').filter({ hasText: text })

async function openQuestion() {
  const text = `Picture ${++asked} for @${brand.handle}: what does it look like?`
  const question = await network.people.post({ who: customer.did, text })
  const row = await eventually('it is heard', () => api.conversationSaying(`Picture ${asked} for`))
  await page.goto(`/inbox/${row.id}`)
  await post(`Picture ${asked} for`).waitFor()
  return question
}

// A photo of twelve megapixels, as a telephone makes it, drawn in the page: with noise, so that it is
// large as a file.
async function bigPhoto() {
  const base64 = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000)
    const context = canvas.getContext('2d')
    const tile = context.createImageData(500, 500)
    for (let at = 0; at < tile.data.length; at++)
      tile.data[at] = at % 4 === 3 ? 255 : Math.random() * 256
    for (let x = 0; x < 4000; x += 500)
      for (let y = 0; y < 3000; y += 500) context.putImageData(tile, x, y)
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 })
    const bytes = new Uint8Array(await blob.arrayBuffer())
    let text = ''
    for (let at = 0; at < bytes.length; at += 8192)
      text += String.fromCharCode(...bytes.subarray(at, at + 8192))
    return btoa(text)
  })
  return { name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(base64, 'base64') }
}

// The brand's own record of what it said.
async function recordSaying(text) {
  const { records } = await network.people.list({ who: brand.did })
  return records.find((record) => record.value.text === text)?.value
}

test('a large photo goes out small, with its description, and the customer gets both', () =>
  watched(page, 'picture', async () => {
    await openQuestion()
    const photo = await bigPhoto()
    assert.ok(photo.buffer.length > 2_000_000, 'it would not fit as it is')
    await page.getByTestId('picture-input').setInputFiles(photo)
    await page.getByTestId('picture').waitFor()
    assert.deepEqual(await violations(page), [])
    const text = `Like this (${asked})`
    await page.getByTestId('composer').fill(text)
    await page.getByTestId('send').click()
    // Asked once, because nobody has described it yet.
    await page.getByRole('alertdialog').getByRole('button', { name: 'Describe it' }).click()
    await page.getByTestId('alt').fill('A loaf with a golden crust')
    await page.getByTestId('send').click()
    const record = await eventually('it stands on the network', () => recordSaying(text))
    const [image] = record.embed.images
    assert.equal(image.alt, 'A loaf with a golden crust')
    assert.ok(image.image.size <= 2_000_000, `${image.image.size} bytes`)
    assert.equal(image.aspectRatio.width / image.aspectRatio.height, 4 / 3)
    assert.deepEqual(record.langs, ['en'])
    await network.people.settle()
    const [view] = await seenByAnybody(text)
    assert.equal(view.embed.images[0].alt, 'A loaf with a golden crust')

    // Large on request, with its words, and back to where one was.
    await post(text).getByTestId('enlarge').click()
    await page.getByTestId('lightbox').waitFor()
    assert.ok(await page.getByRole('dialog').getByText('A loaf with a golden crust').isVisible())
    assert.deepEqual(await violations(page), [])
    await page.keyboard.press('Escape')
    await page.getByTestId('lightbox').waitFor({ state: 'detached' })
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('data-testid')),
      'enlarge',
    )
  }))

// What the AppView shows of the brand's posts to anybody who is not signed in.
async function seenByAnybody(text) {
  const url = `${network.appview}/xrpc/app.bsky.feed.getAuthorFeed?actor=${brand.did}&limit=30`
  return eventually('the AppView shows it', async () => {
    const answer = await fetch(url)
    const { feed = [] } = await answer.json()
    const found = feed.map((one) => one.post).filter((one) => one.record.text === text)
    return found.length > 0 ? found : undefined
  })
}

test('undo brings pictures and words back, and the draft is there after a reload', () =>
  watched(page, 'picture-undo', async () => {
    await openQuestion()
    await page.getByTestId('picture-input').setInputFiles(await bigPhoto())
    await page.getByTestId('alt').fill('A loaf')
    await page.getByTestId('composer').fill('Too hasty')
    await page.getByTestId('send').click()
    await page.getByTestId('undo').first().click()
    await page.getByTestId('picture').waitFor()
    await page.getByText('Draft kept').waitFor()
    await page.reload()
    await page.getByTestId('picture').waitFor()
    assert.equal(await page.getByTestId('alt').inputValue(), 'A loaf')
    assert.equal(await written(page.getByTestId('composer')), 'Too hasty')
  }))

test('a quote shows theirs, and a repost is theirs as it is', () =>
  watched(page, 'quote', async () => {
    const question = await openQuestion()
    await post(`Picture ${asked} for`).focus()
    await page.keyboard.press('q')
    const text = `Asked today (${asked})`
    await page.getByTestId('quote-text').fill(text)
    assert.deepEqual(await violations(page), [])
    await page.getByTestId('send-quote').click()
    const record = await eventually('it stands on the network', () => recordSaying(text))
    assert.equal(record.embed.record.uri, question.uri)

    await post(`Picture ${asked} for`).getByTestId('repost').click()
    const reposts = async () =>
      (
        await network.people.list({ who: brand.did, collection: 'app.bsky.feed.repost' })
      ).records.filter((one) => one.value.subject.uri === question.uri)
    await eventually('it is reposted', async () => (await reposts()).length === 1)
    await eventually('the server knows', async () => {
      const { id } = await api.conversationSaying(`Picture ${asked} for`)
      return (await api.thread(id)).some((one) => one.reposted === 'yes')
    })
    await post(`Picture ${asked} for`).getByTestId('repost').click()
    await eventually('it is taken back', async () => (await reposts()).length === 0)
  }))

test('who is muted waits for nobody, and waits again when heard again', () =>
  watched(page, 'mute', async () => {
    await openQuestion()
    const state = async () => (await api.conversationSaying(`Picture ${asked} for`))?.state
    await post(`Picture ${asked} for`)
      .getByRole('button', { name: /More about/ })
      .click()
    await page.getByRole('menuitem', { name: /Mute/ }).click()
    await page.getByLabel('Why?').fill('Posts adverts alone')
    await page.getByRole('dialog').getByRole('button', { name: 'Mute', exact: true }).click()
    await eventually('nobody waits', async () => (await state()) === 'skipped')
    await post(`Picture ${asked} for`).getByText('muted').waitFor()
    await post(`Picture ${asked} for`)
      .getByRole('button', { name: /More about/ })
      .click()
    await page.getByRole('menuitem', { name: /Hear/ }).click()
    await eventually('they wait again', async () => (await state()) === 'open')
  }))

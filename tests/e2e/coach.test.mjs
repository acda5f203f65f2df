// An angry post, and a bad draft that becomes a good one: the coach reads along, and a human writes.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { launch, somebody, violations, watched, written } from '../lib/browser.mjs'
import { newBrand, newPerson, sharedNetwork } from '../lib/network.mjs'
import { connect, owner, Rapport } from '../lib/rapport.mjs'
import { eventually } from '../lib/wait.mjs'

let network, server, api, brand, customer, browser, context, page, question
before(async () => {
  network = await sharedNetwork('coach')
  brand = await newBrand(network, 'brand', 'Harbour Bread')
  customer = await newPerson(network, 'maya', 'Maya Lindqvist')
  server = new Rapport({ network })
  await server.start()
  api = await server.asOwner()
  await connect(api, brand)
  // What is said softly by default is to be mended here.
  const rules = ['unanswered', 'empathy', 'defensive'].map((rule) => ({ rule, setting: 'fix' }))
  await api.put('/coach/rules', { rules })
  question = await network.people.post({
    who: customer.did,
    text: `@${brand.handle} third week and STILL no parcel. Where is it? Who is going to pay for the cake I had to buy instead? Ridiculous.`,
  })
  await eventually('it is heard', () => api.conversationSaying('third week and STILL'))
  browser = await launch()
  context = await somebody(browser, server, { signedIn: owner })
  page = await context.newPage()
})
after(async () => {
  await browser?.close()
  await server?.remove()
  await network?.stop()
})

const field = () => page.getByTestId('composer')
const line = () => page.getByTestId('coach-line').innerText()
const finding = (rule) => page.locator(`[data-testid=coach-finding][data-rule=${rule}]`)
const toMend = () =>
  page
    .locator('[data-testid=coach-finding][data-severity=fix]')
    .evaluateAll((all) => all.map((one) => one.dataset.rule))
const ticked = () =>
  page.getByTestId('coach-points').locator('button[data-answered]').allInnerTexts()
const selected = () => page.evaluate(() => String(window.getSelection()))
const marked = (look) => page.locator(`.rp-c-${look}`).allInnerTexts()

async function open() {
  const { id } = await api.conversationSaying('third week and STILL')
  await page.goto(`/inbox/${id}`)
  await page.getByTestId('thread-post').first().waitFor()
  await page.locator('.cm-content').waitFor()
  return id
}

test('a bad draft gets better, finding by finding, and goes out', () =>
  watched(page, 'coach', async () => {
    await open()
    await page.keyboard.press('r')
    await page.keyboard.insertText(
      'Hello there, we apologise for any inconvenience. As per our policy, parcels can take time. Please DM us your order number.',
    )
    await eventually('all that is wrong is said', async () => {
      const rules = await toMend()
      return ['unanswered', 'empathy', 'defensive', 'deflect'].every((one) => rules.includes(one))
    })
    assert.match(await line(), /of 3 points answered · 4 to mend/)
    assert.ok((await marked('fix')).includes('As per our'))
    assert.deepEqual(await violations(page), [])

    // What has no place in the draft is reached in the list, what has one is selected.
    await page.keyboard.press('F8')
    await eventually('the first thing has the focus', () =>
      page.evaluate(
        () => document.activeElement.closest('[data-finding]')?.dataset.rule === 'unanswered',
      ),
    )
    // Their words light up with it.
    const theirs = page.getByTestId('thread-post').first().locator('mark')
    await eventually('their questions are lit', async () =>
      (await theirs.allInnerTexts()).join(' ').includes('Where is it?'),
    )
    await page.keyboard.press('F8')
    assert.equal(await selected(), 'apologise for any inconvenience')
    await page.keyboard.type('are sorry that three weeks went by without your parcel')
    await eventually('that is mended', async () => !(await toMend()).includes('empathy'))

    await finding('defensive').locator('button').first().click()
    assert.equal(await selected(), 'As per our')
    const says = await written(field())
    await field().fill(says.replace(/As per our .*? time\./, 'It lies at our depot in Leith.'))
    await eventually('so is the blame', async () => !(await toMend()).includes('defensive'))
    await eventually('one question is ticked', async () =>
      (await ticked()).join().includes('Where is it?'),
    )
    await field().fill(
      (await written(field())).replace(/Please DM .*/, 'We pay for the cake you had to buy.'),
    )
    await eventually('nothing is left', async () => (await toMend()).length === 0)
    await eventually('all points are ticked', async () => (await ticked()).length === 3)
    await field().fill((await written(field())).replace('Hello there', 'Maya'))
    await eventually('and it is good', async () =>
      /3 of 3 points .*Nothing to mend/.test(await line()),
    )

    const answer = await written(field())
    await page.keyboard.press('Control+Enter')
    await eventually('the customer reads it', async () => {
      await network.people.settle()
      const { replies } = await network.people.thread({ uri: question.uri })
      return replies.some(({ text }) => text === answer)
    })
    assert.deepEqual(context.errors, [])
  }))

test('where the brand asks for it, what must be mended comes before sending', () =>
  watched(page, 'coach-first', async () => {
    const { changed_by, changed_at, ...voice } = await api.get('/voice')
    await api.put('/voice', { ...voice, require_clean: true })
    const id = await open()
    await page.keyboard.press('r')
    await page.keyboard.insertText('As per our policy you have to wait.')
    await finding('defensive').waitFor()
    await page.keyboard.press('Control+Enter')
    await page.getByTestId('coach-first').waitFor()
    assert.match(
      await page.getByTestId('coach-first').innerText(),
      /^Not sent yet\. One thing first: /,
    )
    assert.equal((await api.get(`/conversations/${id}`)).sending, 0)
    assert.equal(await written(field()), 'As per our policy you have to wait.')
    await api.put('/voice', { ...voice, require_clean: false })
    await field().fill('')
  }))

test('folded away, it stays so', () =>
  watched(page, 'coach-folded', async () => {
    await open()
    await page.keyboard.press('r')
    await page.getByTestId('coach-body').waitFor()
    await page.getByTestId('coach-line').click()
    await page.getByTestId('coach-body').waitFor({ state: 'detached' })
    await page.reload()
    await page.locator('.cm-content').waitFor()
    await page.keyboard.press('r')
    await page.keyboard.insertText('As per our policy.')
    await eventually('the line says it all the same', async () => /to mend/.test(await line()))
    assert.equal(await page.getByTestId('coach-body').count(), 0)
    await field().fill('')
  }))

test('without the coach everything goes on, and it says so in a line', () =>
  watched(page, 'coach-away', async () => {
    await page.route('**/review', (route) => route.abort())
    const id = await open()
    await page.keyboard.press('r')
    await page.keyboard.insertText('As per our policy it comes tomorrow.')
    await eventually('it says so', async () => /cannot be reached/.test(await line()))
    await page.keyboard.press('Control+Enter')
    await eventually(
      'it goes out',
      async () => (await api.get(`/conversations/${id}`)).sending === 1,
    )
    await page.unrouteAll({ behavior: 'ignoreErrors' })
  }))

// axe on every screen, light and dark, wide and narrow: no violations.
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { launch, somebody, violations, watched } from '../lib/browser.mjs'
import { Rapport } from '../lib/rapport.mjs'

let demo, fresh, browser
before(async () => {
  demo = new Rapport({ command: 'demo' })
  fresh = new Rapport()
  await Promise.all([demo.start(), fresh.start()])
  browser = await launch()
})
after(async () => {
  await browser?.close()
  await demo?.remove()
  await fresh?.remove()
})

const firstThread = async (page) => {
  await page.goto('/inbox')
  await page.getByTestId('conversation-row').first().click()
  await page.getByTestId('thread-post').first().waitFor()
}
// One post, for what is done to a post: nothing moves while it is drawn.
const shortThread = async (page) => {
  const found = await page.request.get('/api/conversations?state=all&q=happy+zip')
  await page.goto(`/inbox/${(await found.json()).items[0].id}`)
  await page.getByTestId('thread-post').first().waitFor()
}
const dialog = (key) => async (page) => {
  await firstThread(page)
  await page.keyboard.press(key)
  await page.getByRole('dialog').waitFor()
}

// Fading in, text is paler than it will be.
const settled = (page) =>
  page.evaluate(async () => {
    const ends = ({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime)
    const moving = () =>
      document
        .getAnimations()
        .filter((one) => one.pending || (one.playState === 'running' && ends(one)))
    do {
      await Promise.allSettled(moving().map((one) => one.finished))
      await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))
    } while (moving().length > 0)
  })

// Each is brought to the state that is looked at.
const screens = {
  setup: {
    of: () => fresh,
    go: (page) =>
      page
        .goto(`/setup?code=${fresh.setupCode()}`)
        .then(() => page.getByRole('textbox').first().waitFor()),
  },
  inbox: {
    go: (page) =>
      page.goto('/inbox').then(() => page.getByTestId('conversation-row').first().waitFor()),
  },
  'inbox, resolved': {
    go: (page) =>
      page
        .goto('/inbox?view=resolved')
        .then(() => page.getByTestId('conversation-row').first().waitFor()),
  },
  'inbox, nothing found': {
    go: (page) =>
      page.goto('/inbox?q=zzzzzz').then(() =>
        page
          .getByText(/zzzzzz/)
          .first()
          .waitFor(),
      ),
  },
  thread: { go: firstThread },
  'thread, writing': {
    go: async (page) => {
      await firstThread(page)
      await page.getByTestId('composer').fill('x'.repeat(320))
    },
  },
  'thread, a link as a card': {
    go: async (page) => {
      await firstThread(page)
      await page.getByTestId('composer').fill('Look: https://ottersby.example/care')
      await page.getByTestId('card-preview').getByText('Looking after a bag').waitFor()
    },
  },
  'by which account': {
    go: async (page) => {
      await shortThread(page)
      await page
        .getByRole('button', { name: /^More about/ })
        .first()
        .click()
      await page
        .getByRole('menuitem', { name: /^Repost as/ })
        .first()
        .waitFor()
    },
  },
  quote: {
    go: async (page) => {
      await shortThread(page)
      await page.getByRole('button', { name: 'Quote', exact: true }).first().click()
      await page.getByTestId('quote-text').fill('Look: https://ottersby.example/care')
      await page.getByRole('dialog').getByText('Looking after a bag').waitFor()
    },
  },
  assign: { wide: true, go: dialog('a') },
  snooze: { wide: true, go: dialog('z') },
  skip: { wide: true, go: dialog('s') },
  'resolve with words': { wide: true, go: dialog('Shift+E') },
  shortcuts: { wide: true, go: dialog('?') },
  tags: { wide: true, go: dialog('t') },
  palette: {
    go: async (page) => {
      await firstThread(page)
      await page.keyboard.press('Control+k')
      await page.getByTestId('palette').fill('re')
      await page.getByRole('dialog').getByRole('option').first().waitFor()
    },
  },
  'several selected': {
    wide: true,
    go: async (page) => {
      await page.goto('/inbox')
      await page.getByTestId('conversation-row').first().focus()
      await page.keyboard.press('x')
      await page.getByTestId('bulk-bar').waitFor()
    },
  },
  'narrowing the list': {
    go: async (page) => {
      await page.goto('/inbox')
      await page.getByTestId('conversation-row').first().waitFor()
      await page.getByRole('button', { name: 'Narrow or sort the list' }).click()
      await page.getByRole('menuitem', { name: 'Nobody' }).waitFor()
    },
  },
  'mentions of me': {
    go: (page) =>
      page
        .goto('/inbox?view=mentions')
        .then(() => page.getByTestId('conversation-row').first().waitFor()),
  },
  'a list narrowed': {
    go: async (page) => {
      await page.goto('/inbox?sentiment=negative&needs_reply=yes&order=longest')
      await page.getByRole('button', { name: 'Do not narrow to Bad' }).waitFor()
      await page.getByTestId('conversation-row').first().waitFor()
    },
  },
  'correcting a reading': {
    go: async (page) => {
      await shortThread(page)
      await page.getByRole('button', { name: 'Not right? Correct it' }).first().press('Enter')
      await page.getByRole('dialog', { name: 'How this should be read' }).waitFor()
      await page.getByRole('checkbox', { name: 'Delivery' }).waitFor()
    },
  },
  reasons: {
    go: async (page) => {
      await page.goto('/insights/reasons?days=90')
      await page.getByTestId('reasons').waitFor()
      await page.getByTestId('all-reasons').waitFor()
    },
  },
  topics: {
    go: async (page) => {
      await page.goto('/insights/topics?days=90')
      await page.getByTestId('topics').waitFor()
      await page.getByTestId('all-topics').waitFor()
    },
  },
  learning: {
    go: (page) =>
      page.goto('/settings/learning').then(() => page.getByTestId('learning').waitFor()),
  },
  'tags in settings': {
    go: (page) =>
      page.goto('/settings/tags').then(() => page.getByRole('heading').first().waitFor()),
  },
  channels: {
    go: (page) =>
      page.goto('/settings/channels').then(() => page.getByTestId('channel-row').first().waitFor()),
  },
  tokens: {
    go: (page) =>
      page.goto('/settings/tokens').then(() => page.getByRole('heading').first().waitFor()),
  },
  you: {
    go: (page) =>
      page.goto('/settings/you').then(() => page.getByRole('heading').first().waitFor()),
  },
  team: {
    go: (page) => page.goto('/settings/team').then(() => page.getByRole('table').first().waitFor()),
  },
  invite: {
    go: async (page) => {
      await page.goto('/settings/team')
      await page.getByRole('button', { name: 'Invite', exact: true }).click()
      await page.getByRole('dialog').waitFor()
    },
  },
  workspace: {
    go: (page) =>
      page.goto('/settings/workspace').then(() => page.getByText('You are here').waitFor()),
  },
  workspaces: {
    wide: true,
    go: async (page) => {
      await page.goto('/inbox')
      await page.getByTestId('conversation-row').first().waitFor()
      await page.getByRole('button', { name: /change workspace/ }).click()
      await page.getByRole('menuitem').first().waitFor()
    },
  },
  audit: {
    go: (page) =>
      page.goto('/settings/audit').then(() => page.getByRole('listitem').first().waitFor()),
  },
  'a dead link': {
    of: () => fresh,
    go: (page) =>
      page
        .goto('/join#nothing')
        .then(() => page.getByRole('heading', { name: /leads nowhere/ }).waitFor()),
  },
  'nothing there': {
    go: (page) =>
      page.goto('/no-such-place').then(() => page.getByRole('heading').first().waitFor()),
  },
}

const looks = ['light', 'dark'].flatMap((colorScheme) => [
  { colorScheme, size: 'wide', viewport: { width: 1440, height: 900 } },
  { colorScheme, size: 'phone', viewport: { width: 390, height: 844 } },
])

// Two looks at a time, each in a page of its own: most of the time goes into waiting for one.
describe('no violations', { concurrency: 2 }, () => {
  for (const { colorScheme, size, viewport } of looks)
    describe(`${colorScheme}, ${size}`, { concurrency: 1 }, () => {
      const pages = new Map() // server → page
      const pageOf = async (server) => {
        if (!pages.has(server)) {
          const context = await somebody(browser, server, { colorScheme, viewport })
          pages.set(server, await context.newPage())
        }
        return pages.get(server)
      }

      for (const [name, { of = () => demo, wide, go }] of Object.entries(screens)) {
        if (wide && size !== 'wide') continue
        test(name, async () => {
          const page = await pageOf(of())
          const { errors } = page.context()
          errors.length = 0
          await watched(
            page,
            `axe-${name}-${colorScheme}-${size}`.replace(/\W+/g, '-'),
            async () => {
              await go(page)
              const scheme = await page.evaluate(
                () => document.documentElement.dataset.mantineColorScheme,
              )
              assert.equal(scheme, colorScheme)
              await settled(page)
              const found = await violations(page)
              assert.equal(found.length, 0, `\n${found.join('\n')}`)
              assert.deepEqual(errors, [])
            },
          )
        })
      }
    })
})

// How the web app feels at size, as Chromium itself has traced it: frames while the list scrolls,
// the time from a key to the paint that shows it, the bytes of a first load.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { promisify } from 'node:util'
import { Rapport } from './rapport.mjs'
import { sleep } from './wait.mjs'

const run = promisify(execFile)

// A server over a made-up desk with at least so many conversations in which somebody waits, and who
// may sign in there.
export async function bigDesk(binary, { conversations, posts = conversations * 4 }) {
  const server = new Rapport({ binary })
  fs.rmdirSync(server.data)
  const password = 'an oven is never cold'
  const { stdout } = await run(
    binary,
    // Some of them only speak among themselves: a few more make sure of the number.
    [
      'generate',
      '--data',
      server.data,
      '--open',
      '95',
      '--seed',
      '7',
      '--posts',
      `${posts}`,
      '--conversations',
      `${Math.ceil(conversations * 1.1)}`,
    ],
    { env: { ...process.env, RAPPORT_PASSWORD: password } },
  )
  const email = stdout.match(/Sign in as (\S+)/)?.[1]
  if (!email) throw new Error(`nobody to sign in as:\n${stdout}`)
  await server.start()
  return { server, owner: { email, password } }
}

// Percentiles of numbers: { p50, p99, most, count }.
export function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { p50: at(0.5), p99: at(0.99), most: sorted.at(-1) ?? 0, count: sorted.length }
}

// Records the milliseconds between animation frames of the page until the returned function is
// called, which resolves to them.
export async function frames(page) {
  await page.evaluate(() => {
    const gaps = []
    let before = performance.now()
    const tick = (now) => {
      gaps.push(now - before)
      before = now
      if (window.frameGaps === gaps) requestAnimationFrame(tick)
    }
    window.frameGaps = gaps
    requestAnimationFrame(tick)
  })
  return () =>
    page.evaluate(() => {
      const gaps = window.frameGaps
      window.frameGaps = null
      return gaps.slice(1)
    })
}

// Scrolls the list to its end, as a wheel that never rests, until `rows` of it have been loaded or
// nothing more comes. Resolves to what was met on the way.
export async function scrollList(page, { rows }) {
  return page.evaluate(async (wanted) => {
    const scroller = document.querySelector('[data-testid="conversation-list"]')
    const count = () => Number(scroller.dataset.rows)
    const drawn = () => scroller.querySelectorAll('[data-testid="conversation-row"]').length
    let mostDrawn = 0
    let still = performance.now()
    let top = -1
    while (count() < wanted || scroller.scrollTop + scroller.clientHeight < scroller.scrollHeight) {
      await new Promise(requestAnimationFrame)
      scroller.scrollTop += 900
      mostDrawn = Math.max(mostDrawn, drawn())
      if (scroller.scrollTop !== top) {
        top = scroller.scrollTop
        still = performance.now()
      } else if (performance.now() - still > 15_000) break
    }
    return { rows: count(), mostDrawn }
  }, rows)
}

// Jumps about in what is loaded: the end, the top, the middle, again.
export async function jumpInList(page) {
  return page.evaluate(async () => {
    const scroller = document.querySelector('[data-testid="conversation-list"]')
    const blank = []
    for (const part of [1, 0, 0.5, 0.9, 0.1, 1, 0]) {
      scroller.scrollTop = scroller.scrollHeight * part
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      await new Promise(requestAnimationFrame)
      const box = scroller.getBoundingClientRect()
      const seen = [...scroller.querySelectorAll('[data-testid="conversation-row"]')].filter(
        (row) => {
          const { top, bottom } = row.getBoundingClientRect()
          return bottom > box.top && top < box.bottom
        },
      )
      blank.push(seen.length)
    }
    return Math.min(...blank)
  })
}

// Milliseconds from a key to the paint that shows what it did, by Chromium's Event Timing, for each
// time `press` is called. Times below 16 ms count as 16: the browser does not tell less.
export async function keyTimes(page, times, press) {
  await page.evaluate(() => {
    window.keyEntries = new Map()
    window.keyObserver?.disconnect()
    window.keyObserver = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        if (!entry.interactionId || !entry.name.startsWith('key')) continue
        const known = window.keyEntries.get(entry.interactionId) ?? 0
        window.keyEntries.set(entry.interactionId, Math.max(known, entry.duration))
      }
    })
    window.keyObserver.observe({ type: 'event', durationThreshold: 16 })
  })
  for (let number = 0; number < times; number++) {
    await press(number)
    // One at a time, as a person does it: the next key comes when the page rests.
    await page.evaluate(
      () => new Promise((rest) => requestAnimationFrame(() => setTimeout(rest, 60))),
    )
  }
  await sleep(200)
  const told = await page.evaluate(() => {
    window.keyObserver.disconnect()
    return [...window.keyEntries.values()]
  })
  return [...told, ...Array(Math.max(0, times - told.length)).fill(16)]
}

// What a first visit to `path` brings over the wire: bytes of scripts and of styles, compressed.
export async function firstLoad(context, path, ready) {
  const page = await context.newPage()
  const sizes = { script: 0, stylesheet: 0 }
  const seen = []
  const pending = []
  page.on('requestfinished', (request) => {
    const type = request.resourceType()
    pending.push(
      request.sizes().then(({ responseBodySize }) => {
        if (!(type in sizes)) return
        sizes[type] += responseBodySize
        seen.push(`${new URL(request.url()).pathname} ${responseBodySize}`)
      }),
    )
  })
  await page.goto(path)
  await ready(page)
  await page.waitForLoadState('networkidle')
  await Promise.all(pending)
  await page.close()
  return { scripts: sizes.script, styles: sizes.stylesheet, seen }
}

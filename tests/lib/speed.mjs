// How the web app feels at size, as Chromium itself has traced it: frames while the list scrolls,
// the time from a key to the paint that shows it, the bytes of a first load.
import { execFile } from 'node:child_process'
import fs from 'node:fs'
import { promisify } from 'node:util'
import { Rapport } from './rapport.mjs'

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

// Percentiles of numbers, by nearest rank: { p50, p95, p99, most, count }.
export function spread(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b)
  const at = (part) => sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0
  return {
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: sorted.at(-1) ?? 0,
    count: sorted.length,
  }
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

// From a key to the frame that shows what it did, as Chromium's own trace has it.
//
//   const keys = await traceKeys(page)
//   await keys.press('j', 'j', (before) => document.activeElement !== before)
//   const times = await keys.end() // { j: [12.1] }
//
// The time runs from the key event (its time stamp: waiting for a busy page counts) to the moment when
// Chromium draws the frame in which `shows` is true for the first time. Not that anything was
// painted, but that the answer was.
export async function traceKeys(page) {
  const browser = page.context().browser()
  const named = []
  await browser.startTracing(page, {
    categories: [
      '-*',
      'blink.user_timing',
      'devtools.timeline',
      'disabled-by-default-devtools.timeline.frame',
      'devtools.timeline.frame',
    ],
  })
  return {
    // Presses `key`; resolves once `shows(arg)`, asked in the page, is true and painted.
    async press(name, key, shows, arg) {
      const number = named.push(name) - 1
      const check = await page.evaluateHandle(`(${shows})`)
      await page.evaluate(watchKey, { number, check, arg })
      await page.keyboard.press(key)
      await page.evaluate(() => window.keyShown)
      await check.dispose()
    },
    async end() {
      const trace = JSON.parse((await browser.stopTracing()).toString())
      const times = paintTimes(trace.traceEvents ?? trace, named.length)
      return Object.groupBy(times, (_, number) => named[number])
    },
  }
}

// What the page itself spends on each key press, all that runs because of it until the next: its handlers, what
// they change in the page and what is drawn again of it by scripts. `end` resolves to milliseconds.
export async function traceHandling(page) {
  const browser = page.context().browser()
  return {
    begin: () => browser.startTracing(page, { categories: ['-*', 'devtools.timeline'] }),
    async end() {
      const trace = JSON.parse((await browser.stopTracing()).toString())
      const kinds = ['keydown', 'keypress', 'beforeinput', 'input', 'selectionchange', 'keyup']
      const events = (trace.traceEvents ?? trace)
        .filter(({ name, args }) => name === 'EventDispatch' && kinds.includes(args.data.type))
        .toSorted((a, b) => a.ts - b.ts)
      const times = []
      let end = 0
      for (const { ts, dur = 0, args } of events) {
        if (args.data.type === 'keydown') times.push(0)
        // One that runs within another is in its time.
        if (ts < end) continue
        end = ts + dur
        times[times.length - 1] += dur / 1000
      }
      return times
    },
  }
}

// Runs in the page. Looks after everything that may have changed something, and at each frame.
function watchKey({ number, check, arg }) {
  window.keyShown = new Promise((resolve, reject) => {
    if (check(arg)) throw new Error(`what key ${number} should show is there before it is pressed`)
    let shown = false
    const late = setTimeout(() => reject(new Error(`key ${number} showed nothing`)), 10_000)
    const look = () => {
      if (shown || !check(arg)) return
      shown = true
      clearTimeout(late)
      changes.disconnect()
      for (const type of ['focusin', 'focusout', 'input']) removeEventListener(type, look, true)
      // The frame that paints it.
      requestAnimationFrame(() => {
        performance.mark(`shown-${number}`)
        setTimeout(resolve, 50)
      })
    }
    const changes = new MutationObserver(look)
    changes.observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    })
    for (const type of ['focusin', 'focusout', 'input']) addEventListener(type, look, true)
    addEventListener(
      'keydown',
      (event) => {
        performance.mark(`key-${number}`, { startTime: event.timeStamp })
      },
      { capture: true, once: true },
    )
  })
}

function paintTimes(events, count) {
  const marks = new Map()
  const commits = []
  const draws = []
  for (const { name, ts, cat } of events) {
    if (cat.includes('blink.user_timing')) marks.set(name, ts)
    else if (name === 'Commit') commits.push(ts)
    else if (name === 'DrawFrame') draws.push(ts)
  }
  const after = (times, from) =>
    times.filter((ts) => ts >= from).reduce((a, b) => Math.min(a, b), Infinity)
  return Array.from({ length: count }, (_, number) => {
    const shown = marks.get(`shown-${number}`)
    return (after(draws, after(commits, shown)) - marks.get(`key-${number}`)) / 1000
  })
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

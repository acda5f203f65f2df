import { beforeEach, describe, expect, test } from 'vitest'
import type { LiveEvent, LiveStatus, SourceHandlers, StreamEnvironment } from './stream-environment'
import { silentAfter, TabStream } from './tab-stream'

// A browser in memory: one lock, one channel, a clock turned by hand, streams we can speak into.
class Browser {
  now = 0
  connections: { after: string | null; on: SourceHandlers; open: boolean }[] = []
  private holder: { tab: object; reject: (error: Error) => void } | null = null
  private queue: { tab: object; run: () => void }[] = []
  private timers = new Set<{ every: number; next: number; run: () => void }>()
  private listeners = new Map<object, (message: unknown) => void>()

  environment(visible = true): StreamEnvironment {
    const tab = {}
    return {
      lead: (steal, whileLeading) =>
        new Promise((resolve, reject) => {
          const run = () => {
            const held = { tab, reject }
            this.holder = held
            void whileLeading().then(() => {
              resolve()
              if (this.holder !== held) return
              this.holder = null
              this.queue.shift()?.run()
            })
          }
          if (steal && this.holder) {
            this.holder.reject(new Error('stolen'))
            this.holder = null
          }
          if (this.holder) this.queue.push({ tab, run })
          else run()
        }),
      connect: (after, on) => {
        const connection = { after, on, open: true }
        this.connections.push(connection)
        return {
          close: () => {
            connection.open = false
          },
        }
      },
      channel: {
        post: (message) => {
          for (const [other, listen] of this.listeners) if (other !== tab) listen(message)
        },
        listen: (on) => void this.listeners.set(tab, on),
        close: () => void this.listeners.delete(tab),
      },
      now: () => this.now,
      every: (ms, run) => {
        const timer = { every: ms, next: this.now + ms, run }
        this.timers.add(timer)
        return timer
      },
      cancel: (timer) => void this.timers.delete(timer as never),
      visible: () => visible,
    }
  }

  async pass(ms: number, each?: () => void) {
    const end = this.now + ms
    while (this.now < end) {
      this.now += 1000
      for (const timer of this.timers) {
        if (timer.next > this.now) continue
        timer.next += timer.every
        timer.run()
      }
      each?.()
      await Promise.resolve()
    }
  }

  get stream() {
    return this.connections.filter((connection) => connection.open)
  }

  say(type: string, id: string | null = null) {
    this.stream[0]?.on.event({ id, type, data: {} })
  }
}

class Tab {
  heard: LiveEvent[] = []
  status: LiveStatus = 'live'
  lost = () => {}
  readonly stream: TabStream
  constructor(browser: Browser, visible = true) {
    this.stream = new TabStream(browser.environment(visible), {
      event: (event) => this.heard.push(event),
      lost: () => this.lost(),
      status: (status) => {
        this.status = status
      },
    })
  }
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 0))

describe('one stream for all tabs', () => {
  let browser: Browser
  let tabs: Tab[]
  beforeEach(async () => {
    browser = new Browser()
    tabs = Array.from({ length: 8 }, () => new Tab(browser))
    await settle()
  })

  test('eight tabs hold one connection and all hear', () => {
    expect(browser.stream).toHaveLength(1)
    browser.say('counts', '5')
    expect(tabs.map((tab) => tab.heard.map((event) => event.type))).toEqual(
      tabs.map(() => ['counts']),
    )
  })

  test('a stream that begins now says so to all tabs, one that resumes does not', async () => {
    browser.stream[0]?.on.opened()
    expect(tabs.map((tab) => tab.heard.map((event) => event.type))).toEqual(
      tabs.map(() => ['joined']),
    )
    browser.say('counts', '41')
    tabs[0]?.stream.stop()
    await settle()
    browser.stream[0]?.on.opened()
    expect(tabs[7]?.heard.map((event) => event.type)).toEqual(['joined', 'counts'])
  })

  test('a stream that broke before its first event begins anew, and says so again', async () => {
    browser.stream[0]?.on.opened()
    browser.stream[0]?.on.failed()
    await browser.pass(2000)
    browser.stream[0]?.on.opened()
    expect(tabs[7]?.heard.map((event) => event.type)).toEqual(['joined', 'joined'])
  })

  test('a stream that is lost is told of once, and again only after it was back', async () => {
    const told: number[] = []
    tabs.forEach((tab, at) => {
      tab.lost = () => told.push(at)
    })
    browser.stream[0]?.on.failed()
    await browser.pass(2000)
    browser.stream[0]?.on.failed()
    expect(told).toEqual([0])
    await browser.pass(4000)
    browser.say('counts', '41')
    browser.stream[0]?.on.failed()
    expect(told).toEqual([0, 0])
  })

  test('when the leader closes, another resumes after the last event that was heard', async () => {
    browser.say('counts', '41')
    tabs[0]?.stream.stop()
    await settle()
    expect(browser.stream).toHaveLength(1)
    expect(browser.stream[0]?.after).toBe('41')
    browser.say('conversation', '42')
    expect(tabs[7]?.heard.at(-1)?.type).toBe('conversation')
    expect(tabs[0]?.heard).toHaveLength(1)
  })

  test('pings are heard but not passed on, and keep everyone calm for a minute of silence', async () => {
    await browser.pass(60_000, () => browser.now % 5000 === 0 && browser.say('ping'))
    expect(tabs.every((tab) => tab.status === 'live')).toBe(true)
    expect(tabs.every((tab) => tab.heard.length === 0)).toBe(true)
    expect(browser.connections).toHaveLength(1)
  })

  test('without a sign of life everyone says so, the leader connects again, and all is well after', async () => {
    browser.say('counts', '7')
    await browser.pass(silentAfter + 1000)
    expect(tabs.every((tab) => tab.status === 'reconnecting')).toBe(true)
    expect(browser.stream).toHaveLength(1)
    expect(browser.stream[0]?.after).toBe('7')
    browser.say('ping')
    expect(tabs.every((tab) => tab.status === 'live')).toBe(true)
  })

  test('a broken stream is tried again, ever more slowly, by the leader alone', async () => {
    for (let second = 0; second < 60; second++) {
      browser.stream[0]?.on.failed()
      await browser.pass(1000)
    }
    expect(browser.connections.length).toBeGreaterThan(4)
    expect(browser.connections.length).toBeLessThan(10)
    expect(tabs.filter((tab) => tab.stream.isLeader)).toHaveLength(1)
  })

  test('a tab that stopped never speaks again', async () => {
    for (const tab of tabs) tab.stream.stop()
    await settle()
    expect(browser.stream).toHaveLength(0)
    await browser.pass(60_000)
    expect(browser.stream).toHaveLength(0)
  })
})

test('a frozen leader loses the lead to a tab that is looked at', async () => {
  const browser = new Browser()
  const frozen = browser.environment()
  // Holds the lock, says nothing.
  void frozen.lead(false, () => new Promise(() => {})).catch(() => {})
  const hidden = new Tab(browser, false)
  const seen = new Tab(browser, true)
  await browser.pass(40_000)
  await settle()
  expect(hidden.stream.isLeader).toBe(false)
  expect(seen.stream.isLeader).toBe(true)
})

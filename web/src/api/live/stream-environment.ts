// What the shared stream needs of a browser, so that tests can turn the clock by hand.

import { currentWorkspace } from '../http'

export interface LiveEvent {
  id: string | null
  type: string
  data: unknown
}

export type LiveStatus = 'live' | 'reconnecting'

export interface Source {
  close(): void
}

export interface SourceHandlers {
  opened: () => void
  event: (event: LiveEvent) => void
  failed: () => void
}

export interface StreamEnvironment {
  // Runs `whileLeading` once this tab is the leader; the tab leads until that promise settles.
  // Rejects when another tab steals the lead.
  lead(steal: boolean, whileLeading: () => Promise<void>): Promise<void>
  connect(after: string | null, on: SourceHandlers): Source
  channel: {
    post(message: unknown): void
    listen(on: (message: unknown) => void): void
    close(): void
  }
  now(): number
  every(ms: number, run: () => void): unknown
  cancel(timer: unknown): void
  visible(): boolean
}

const types = [
  'ping',
  'conversation',
  'counts',
  'act',
  'channel',
  'person',
  'team',
  'tags',
  'views',
  'reading',
  'mention',
  'monitor',
  'alert',
  'article',
  'presence',
  'reset',
]

export function browserEnvironment(): StreamEnvironment {
  // Tabs share a stream only while they look at the same workspace.
  const name = `rapport-live-${currentWorkspace()}`
  const channel = new BroadcastChannel(name)
  return {
    lead: async (steal, whileLeading) => {
      // Web Locks exist in secure contexts alone; on plain HTTP in a LAN each tab leads itself.
      if (!navigator.locks) return whileLeading()
      await navigator.locks.request(name, { steal }, whileLeading)
    },
    connect,
    channel: {
      post: (message) => {
        if (navigator.locks) channel.postMessage(message)
      },
      listen: (on) => {
        channel.onmessage = ({ data }) => on(data)
      },
      close: () => channel.close(),
    },
    now: () => Date.now(),
    every: (ms, run) => window.setInterval(run, ms),
    cancel: (timer) => window.clearInterval(timer as number),
    visible: () => document.visibilityState === 'visible',
  }
}

function connect(after: string | null, on: SourceHandlers): Source {
  // The browser sends Last-Event-ID only when it reconnects by itself; a new leader has to say it.
  const asked = new URLSearchParams({ workspace: currentWorkspace() ?? '' })
  if (after) asked.set('after', after)
  const source = new EventSource(`/api/events?${asked}`)
  for (const type of types) {
    source.addEventListener(type, (event) => {
      const { data, lastEventId } = event as MessageEvent<string>
      on.event({ id: lastEventId || null, type, data: JSON.parse(data || '{}') })
    })
  }
  source.onopen = () => on.opened()
  source.onerror = () => on.failed()
  return source
}

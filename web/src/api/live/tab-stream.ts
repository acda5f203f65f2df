// One event stream for all tabs of a browser: with HTTP/1.1 a browser opens six connections to a
// host, so eight tabs with a stream each would hang.
//
// A lock elects a leader, which holds the stream and passes every event on by broadcast. When the
// leader's tab closes, its lock goes to another tab, which resumes after the last event it saw.

import type { LiveEvent, LiveStatus, Source, StreamEnvironment } from './stream-environment'

export const silentAfter = 15_000
const checkEvery = 1_000
const firstRetry = 1_000
const slowestRetry = 15_000
// A frozen leader keeps its lock without a sign of life; someone who is looked at takes it.
const stealAfter = 25_000

type Message = { type: 'event'; event: LiveEvent } | { type: 'alive' } | { type: 'status?' }

export class TabStream {
  private source: Source | null = null
  private leading = false
  private release: (() => void) | null = null
  private lastId: string | null
  private heardAt: number
  private aliveAt: number
  private failures = 0
  private retryAt: number | null = null
  private status: LiveStatus = 'live'
  private stopped = false
  private readonly timer: unknown

  constructor(
    private readonly env: StreamEnvironment,
    private readonly on: {
      event: (event: LiveEvent) => void
      status: (status: LiveStatus) => void
      // The server ended the stream, or could not be reached.
      lost?: () => void
    },
  ) {
    this.heardAt = env.now()
    this.aliveAt = env.now()
    this.lastId = null
    env.channel.listen((message) => this.receive(message as Message))
    this.timer = env.every(checkEvery, () => this.check())
    this.candidate(false)
  }

  get isLeader(): boolean {
    return this.leading
  }

  stop(): void {
    this.stopped = true
    this.env.cancel(this.timer)
    this.stepDown()
    this.env.channel.close()
  }

  private candidate(steal: boolean): void {
    void this.env
      .lead(steal, () => {
        if (this.stopped || this.leading) return Promise.resolve()
        this.leading = true
        this.connect()
        return new Promise<void>((resolve) => {
          this.release = resolve
        })
      })
      .catch(() => {
        // Another tab took the lock over: it saw us silent for too long.
        this.stepDown()
        if (!this.stopped) this.candidate(false)
      })
  }

  private stepDown(): void {
    this.leading = false
    this.retryAt = null
    this.source?.close()
    this.source = null
    this.release?.()
    this.release = null
  }

  private connect(): void {
    this.source?.close()
    this.retryAt = null
    const fromNow = this.lastId === null
    const tellAll = (event: LiveEvent) => {
      this.env.channel.post({ type: 'event', event } satisfies Message)
      this.accept(event)
    }
    this.source = this.env.connect(this.lastId, {
      // Nobody tells us what happened before; whatever was read until here may lack it.
      opened: () => {
        if (fromNow) tellAll({ id: null, type: 'joined', data: {} })
      },
      event: (event) => {
        this.failures = 0
        tellAll(event)
      },
      failed: () => this.retryLater(),
    })
  }

  private retryLater(): void {
    this.source?.close()
    this.source = null
    if (this.failures === 0) this.on.lost?.()
    const wait = Math.min(firstRetry * 2 ** this.failures++, slowestRetry)
    this.retryAt = this.env.now() + wait
  }

  private receive(message: Message): void {
    this.aliveAt = this.env.now()
    if (message.type === 'event') this.accept(message.event)
  }

  private accept(event: LiveEvent): void {
    this.heardAt = this.env.now()
    if (event.id) this.lastId = event.id
    this.show('live')
    if (event.type !== 'ping') this.on.event(event)
  }

  private check(): void {
    const now = this.env.now()
    const silence = now - this.heardAt
    if (silence >= silentAfter) this.show('reconnecting')
    if (this.leading) {
      this.env.channel.post({ type: 'alive' } satisfies Message)
      if (this.retryAt !== null ? now >= this.retryAt : silence >= silentAfter) {
        // A connection that broke without telling us looks just like silence.
        this.heardAt = now - silentAfter + 5_000
        this.connect()
      }
    } else if (now - this.aliveAt >= stealAfter && this.env.visible()) {
      this.aliveAt = now
      this.candidate(true)
    }
  }

  private show(status: LiveStatus): void {
    if (status === this.status) return
    this.status = status
    this.on.status(status)
  }
}

// Keeps what is being typed: on this device at once, on the server soon after. What was typed is never
// lost, whatever breaks between the two.

import type { Draft, Id } from '@/api/types'

export interface DraftText {
  post_id: Id
  text: string
}

// idle: nothing to keep. saving: on its way. kept: the server has it. device: only this device has it.
export type DraftStatus = 'idle' | 'saving' | 'kept' | 'device'

export interface DraftServer {
  save(draft: DraftText, lastChance: boolean): Promise<Draft>
  drop(lastChance: boolean): Promise<void>
}

interface Options {
  key: string
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  server: DraftServer
  onStatus: (status: DraftStatus) => void
  // Called with what the server now has, null when it has none.
  onSaved: (draft: Draft | null) => void
}

export const quiet = 600
const retryAfter = 5_000

export class DraftKeeper {
  private unsaved: DraftText | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private saving = false
  private stopped = false

  constructor(private readonly options: Options) {}

  // What to start with: what never reached the server wins over what did, as it is newer.
  load(fromServer: Draft | null): DraftText | null {
    const here = this.read()
    if (!here) {
      this.options.onStatus(fromServer ? 'kept' : 'idle')
      return fromServer
    }
    this.unsaved = here
    this.options.onStatus('device')
    this.schedule(quiet)
    return here.text ? here : null
  }

  write(draft: DraftText): void {
    this.unsaved = draft
    this.store(draft)
    this.options.onStatus('saving')
    this.schedule(quiet)
  }

  // The text was taken for sending: there is no draft any more, here or there.
  sent(): void {
    this.cancel()
    this.unsaved = null
    this.forget()
    this.options.onStatus('idle')
    this.options.onSaved(null)
  }

  // The screen goes away: save now what the pause would have saved.
  stop(): void {
    this.flush()
    this.stopped = true
    this.cancel()
  }

  flush(): void {
    if (this.unsaved && !this.stopped) void this.save(true)
  }

  private schedule(wait: number): void {
    this.cancel()
    this.timer = setTimeout(() => void this.save(false), wait)
  }

  private cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private async save(lastChance: boolean): Promise<void> {
    this.cancel()
    const draft = this.unsaved
    if (!draft || (this.saving && !lastChance)) return
    this.saving = true
    try {
      const saved = draft.text.trim()
        ? await this.options.server.save(draft, lastChance)
        : await this.options.server.drop(lastChance)
      if (this.unsaved === draft) {
        this.unsaved = null
        this.forget()
        this.options.onStatus(draft.text.trim() ? 'kept' : 'idle')
        this.options.onSaved(saved ?? null)
      }
    } catch {
      if (this.unsaved === draft) this.options.onStatus('device')
      if (this.unsaved && !this.stopped) this.schedule(retryAfter)
    } finally {
      this.saving = false
    }
    if (this.unsaved && this.timer === null && !this.stopped) this.schedule(quiet)
  }

  private read(): DraftText | null {
    try {
      const text = this.options.storage.getItem(this.options.key)
      return text ? (JSON.parse(text) as DraftText) : null
    } catch {
      return null
    }
  }

  private store(draft: DraftText): void {
    try {
      this.options.storage.setItem(this.options.key, JSON.stringify(draft))
    } catch {
      // Full or switched off: the server's copy has to do.
    }
  }

  private forget(): void {
    try {
      this.options.storage.removeItem(this.options.key)
    } catch {
      // As above.
    }
  }
}

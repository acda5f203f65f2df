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
const firstRetry = 5_000
const slowestRetry = 60_000

export class DraftKeeper {
  private unsaved: DraftText | null = null
  private timer: ReturnType<typeof setTimeout> | null = null
  private saving: Promise<void> | null = null
  private failures = 0

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

  // Nothing is on its way to the server after this, so a save cannot arrive behind the reply it became.
  async settle(): Promise<void> {
    this.cancel()
    await this.saving
    this.cancel()
  }

  // The page goes away: save now what the pause would have saved.
  flush(): void {
    if (this.unsaved) void this.save(true)
  }

  private schedule(wait: number): void {
    this.cancel()
    this.timer = setTimeout(() => void this.save(false), wait)
  }

  private cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private save(lastChance: boolean): Promise<void> {
    this.cancel()
    if (!this.unsaved || (this.saving && !lastChance)) return Promise.resolve()
    const saving = this.put(this.unsaved, lastChance).finally(() => {
      if (this.saving === saving) this.saving = null
      if (this.unsaved && this.timer === null) this.schedule(quiet)
    })
    this.saving = saving
    return saving
  }

  private async put(draft: DraftText, lastChance: boolean): Promise<void> {
    const empty = draft.text.trim() === ''
    try {
      const saved = empty
        ? await this.options.server.drop(lastChance)
        : await this.options.server.save(draft, lastChance)
      this.failures = 0
      if (this.unsaved !== draft) return
      this.unsaved = null
      this.forget()
      this.options.onStatus(empty ? 'idle' : 'kept')
      this.options.onSaved(saved ?? null)
    } catch {
      if (this.unsaved !== draft) return
      this.options.onStatus('device')
      this.schedule(Math.min(firstRetry * 2 ** this.failures++, slowestRetry))
    }
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

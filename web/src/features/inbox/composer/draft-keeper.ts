// Keeps what is being typed: on this device at once, on the server soon after. What was typed is never
// lost, whatever breaks between the two.

import type { Act, ActMedia, Draft, Id } from '@/api/types'
import { uuid } from '@/ui/uuid'
import { leftOver } from './left-over'

export interface DraftText {
  post_id: Id
  text: string
  // Pictures that go along, in order.
  media?: readonly ActMedia[]
  // As which of our accounts, when that was chosen; else as the one they spoke to.
  channel_id?: Id | null
  langs?: readonly string[]
}

export function isEmpty(draft: DraftText): boolean {
  return draft.text.trim() === '' && !draft.media?.length
}

// Words handed over as a reply, under the key by which the server knows a repeat.
interface Attempt extends DraftText {
  client_key: string
}

// sending: the reply is on its way. doubt: nobody told us whether it arrived. In both, the words must
// not become a draft on the server, or they could be answered with twice.
type Phase = 'typing' | 'sending' | 'doubt'

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
  private attempt: Attempt | null = null
  private phase: Phase = 'typing'
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
    const { client_key, ...draft } = here
    this.unsaved = draft
    this.options.onStatus('device')
    if (client_key) {
      this.attempt = { ...draft, client_key }
      this.phase = 'doubt'
    }
    this.schedule(quiet)
    return draft.text || draft.media?.length ? draft : null
  }

  write(draft: DraftText): void {
    if (this.phase === 'doubt') this.phase = 'typing'
    this.unsaved = draft
    this.store(draft)
    this.options.onStatus('saving')
    this.schedule(quiet)
  }

  // Before a reply goes out: no save is under way after this and none starts, so none can arrive behind
  // the reply it became. Gives the key to send it under, the same one for the very same words.
  async settle(draft: DraftText): Promise<string> {
    this.cancel()
    this.phase = 'sending'
    const again = this.attempt && same(this.attempt, draft) ? this.attempt.client_key : uuid()
    this.attempt = { ...draft, client_key: again }
    this.store(this.attempt)
    await this.saving
    return again
  }

  // The words went out before and came back since; sending them again is a new reply.
  renewKey(): string {
    const client_key = uuid()
    if (this.attempt) {
      this.attempt = { ...this.attempt, client_key }
      this.store(this.attempt)
    }
    return client_key
  }

  // The reply was taken: its words are no draft any more, here or there. Gives what was typed since.
  sent(taken: string): string {
    this.cancel()
    const { unsaved } = this
    const text = unsaved ? leftOver(unsaved.text, taken) : ''
    const media = picturesLeft(unsaved?.media, this.attempt?.media)
    this.phase = 'typing'
    this.attempt = null
    this.unsaved = null
    this.forget()
    this.options.onStatus('idle')
    this.options.onSaved(null)
    if (unsaved && (text || media.length > 0)) {
      this.write({ ...unsaved, text, ...(unsaved.media && { media }) })
    }
    return text
  }

  // The reply did not go out, or nobody knows whether it did.
  failed(known: boolean): void {
    const { attempt } = this
    const typedOn = attempt && this.unsaved && !same(this.unsaved, attempt)
    if (!known && attempt && !typedOn) {
      this.phase = 'doubt'
      this.options.onStatus('device')
      return
    }
    this.phase = 'typing'
    if (known) this.attempt = null
    if (this.unsaved) {
      this.store(this.unsaved)
      this.schedule(quiet)
    } else {
      this.forget()
    }
  }

  // The reply we were in doubt about, if it is one of these.
  recognize(acts: readonly Act[], me: Id): Act | undefined {
    const { attempt } = this
    if (this.phase !== 'doubt' || !attempt) return undefined
    return acts.find(
      (act) =>
        act.kind === 'reply' &&
        act.by.id === me &&
        act.post_id === attempt.post_id &&
        act.text === attempt.text &&
        (act.state === 'queued' || act.state === 'sending' || act.state === 'unknown'),
    )
  }

  // The page goes away: save now what the pause would have saved.
  flush(): void {
    void this.save(true)
  }

  private schedule(wait: number): void {
    this.cancel()
    if (this.phase !== 'typing') return
    this.timer = setTimeout(() => void this.save(false), wait)
  }

  private cancel(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private save(lastChance: boolean): Promise<void> {
    this.cancel()
    if (this.phase !== 'typing') return Promise.resolve()
    if (!this.unsaved || (this.saving && !lastChance)) return Promise.resolve()
    const both = Promise.all([this.saving, this.put(this.unsaved, lastChance)])
    const saving = both.then(() => {
      if (this.saving === saving) this.saving = null
      if (this.unsaved && this.timer === null) this.schedule(quiet)
    })
    this.saving = saving
    return saving
  }

  private async put(draft: DraftText, lastChance: boolean): Promise<void> {
    const empty = isEmpty(draft)
    try {
      const saved = empty
        ? await this.options.server.drop(lastChance)
        : await this.options.server.save(draft, lastChance)
      this.failures = 0
      if (this.unsaved !== draft) return
      this.unsaved = null
      // Handed over meanwhile: the copy here holds the key of the reply.
      if (this.phase === 'typing') this.forget()
      this.options.onStatus(empty ? 'idle' : 'kept')
      this.options.onSaved(saved ?? null)
    } catch {
      if (this.unsaved !== draft) return
      this.options.onStatus('device')
      this.schedule(Math.min(firstRetry * 2 ** this.failures++, slowestRetry))
    }
  }

  private read(): (DraftText & Partial<Attempt>) | null {
    try {
      const text = this.options.storage.getItem(this.options.key)
      return text ? (JSON.parse(text) as DraftText & Partial<Attempt>) : null
    } catch {
      return null
    }
  }

  private store(draft: DraftText | Attempt): void {
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

// What was added to a reply while it travelled.
export function picturesLeft(
  here: readonly ActMedia[] = [],
  taken: readonly ActMedia[] = [],
): ActMedia[] {
  return here.filter((one) => !taken.some((gone) => gone.attachment_id === one.attachment_id))
}

function same(a: DraftText, b: DraftText): boolean {
  return saying(a) === saying(b)
}

// Everything that makes two drafts the same words to the same person.
function saying(draft: DraftText): string {
  return JSON.stringify([
    draft.post_id,
    draft.text,
    draft.media?.map((one) => [one.attachment_id, one.alt]) ?? [],
    draft.channel_id ?? null,
    draft.langs ?? [],
  ])
}

// Saves an article as it is typed. A draft goes to the server a moment after the last key; what people read
// in public only when somebody says so. Either way it is kept in the browser first, until the server has it.

import { ApiError } from '@/api/http'
import type { Article, ArticleStatus } from '@/api/knowledge/types'
import { hold, type Kept, keep, letGo } from './kept'
import { accepted, isSame, isTaken, missing, typedOn, type Written, writtenOf } from './written'

export interface Saved {
  written: Written
  // As the server has it; null: it has not seen it yet.
  article: Article | null
  isSaving: boolean
  // There is something the server does not have.
  isDirty: boolean
  error: unknown
  // What somebody else made of it meanwhile.
  conflict: Article | null
}

export interface Ways {
  create: (written: Written, status: ArticleStatus) => Promise<Article>
  change: (article: Article, written: Written, status: ArticleStatus) => Promise<Article>
  read: (id: string) => Promise<Article>
  // One the server has made of these words already.
  find: (written: Written) => Promise<Article | null>
  forget: (id: string) => void
}

const idle = 900
const again = 5_000
const mostLost = 3

// Those that were left while something of theirs is on its way.
const leaving = new Map<Saver, Promise<void>>()

// Once nothing that was typed into this article before is on its way any more.
export async function whenLeft(id: string): Promise<void> {
  const all = [...leaving].filter(([saver]) => saver.now().article?.id === id)
  await Promise.all(all.map(([, over]) => over))
}

export class Saver {
  private state: Saved
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private going: Promise<void> | null = null
  // What the server has, in the words it was typed in.
  private base: Written
  // What was sent and never answered: it may have arrived all the same.
  private lost: readonly Written[]
  private isOver = false

  constructor(
    article: Article | null,
    begun: Written,
    kept: Kept | null,
    private readonly ways: Ways,
    // What one without an id is kept under.
    private readonly newKey = 'new',
  ) {
    this.base = article ? writtenOf(article) : begun
    this.state = {
      written: kept?.written ?? begun,
      article,
      isSaving: false,
      isDirty: false,
      error: null,
      conflict: null,
    }
    this.lost = kept?.lost ?? []
    const isOurs = (one: Article) => this.lost.some((lost) => isTaken(lost, one))
    if (kept && article && kept.version !== article.version && !isOurs(article)) {
      this.state.conflict = article
    }
    this.state.isDirty = this.differs()
    if (article && !this.state.isDirty) this.state.conflict = null
  }

  readonly listen = (listener: () => void) => {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }
  readonly now = () => this.state

  // Somebody writes here.
  start(): void {
    this.isOver = false
    hold(this.newKey)
    this.soon()
  }

  // Nobody does any more. What may go out by itself goes out now; what does not is kept for the next time.
  stop(): Promise<void> {
    this.isOver = true
    clearTimeout(this.timer)
    const over = this.finish().finally(() => {
      if (leaving.get(this) !== over) return
      leaving.delete(this)
      if (this.isOver) letGo(this.newKey)
    })
    leaving.set(this, over)
    return over
  }

  private async finish(): Promise<void> {
    while (this.going) await this.going
    if (this.isAuto && this.state.isDirty && !isRefusal(this.state.error)) await this.save()
  }

  write(more: Partial<Written>): void {
    const written = { ...this.state.written, ...more }
    this.set({ written, error: isRefusal(this.state.error) ? null : this.state.error })
    this.keepIt()
    this.soon()
  }

  // What is typed goes out by itself; of what is public only when asked for.
  private get isAuto(): boolean {
    return this.state.article?.status !== 'published'
  }

  soon(after = idle): void {
    clearTimeout(this.timer)
    if (this.isOver || !this.isAuto || !this.state.isDirty || this.state.conflict) return
    if (missing(this.state.written)) return
    this.timer = setTimeout(() => void this.save(), after)
  }

  // Saves it now, as a draft or published or put away. Did it go well?
  async save(status?: ArticleStatus): Promise<boolean> {
    clearTimeout(this.timer)
    while (this.going) await this.going
    const { article, written, conflict } = this.state
    const wanted = status ?? article?.status ?? 'draft'
    if (conflict || missing(written)) return false
    if (article && !this.state.isDirty && wanted === article.status) return true
    this.going = this.send(article, written, wanted)
    await this.going
    return this.state.error === null && this.state.conflict === null
  }

  private async send(article: Article | null, sent: Written, status: ArticleStatus): Promise<void> {
    this.set({ isSaving: true })
    try {
      const saved = article
        ? await this.ways.change(article, sent, status)
        : await this.create(sent, status)
      this.has(sent, saved)
      this.going = null
      this.soon()
    } catch (error) {
      const theirs = article && isConflict(error) ? await this.theirs(article) : null
      // The answer got lost, the words did not: nobody else was faster.
      const ours = theirs && [sent, ...this.lost].find((one) => isTaken(one, theirs))
      if (theirs && ours) {
        this.has(ours, theirs)
        if (!isTaken(sent, theirs) || theirs.status !== status) {
          return this.send(theirs, sent, status)
        }
        this.going = null
        this.soon()
        return
      }
      this.going = null
      const isLost = !isRefusal(error)
      if (isLost) this.lost = [sent, ...this.lost].slice(0, mostLost)
      this.set({ isSaving: false, error: theirs ? null : error, conflict: theirs })
      if (!isLost) return
      this.keepIt()
      this.soon(again)
    }
  }

  // The server knows no name of ours for it: one that says the same was made by a try whose answer got lost.
  private async create(sent: Written, status: ArticleStatus): Promise<Article> {
    for (const lost of this.lost) {
      const made = await this.ways.find(lost)
      if (!made) continue
      if (isTaken(sent, made) && made.status === status) return made
      return this.ways.change(made, sent, status)
    }
    return this.ways.create(sent, status)
  }

  // The server has these words now.
  private has(sent: Written, saved: Article): void {
    const key = this.state.article?.id ?? this.newKey
    this.lost = []
    this.base = accepted(sent, writtenOf(saved))
    const written = typedOn(sent, this.state.written, this.base)
    this.set({ article: saved, written, isSaving: false, error: null })
    this.ways.forget(key)
    this.keepIt()
  }

  private async theirs({ id, version }: Article): Promise<Article | null> {
    try {
      const now = await this.ways.read(id)
      return now.version === version ? null : now
    } catch {
      return null
    }
  }

  // Mine stays, over what they made of it.
  keepMine(): Promise<boolean> {
    const theirs = this.state.conflict
    if (theirs) this.base = writtenOf(theirs)
    this.lost = []
    this.set({ article: theirs, conflict: null })
    return this.save()
  }

  // Theirs stays; answers what was typed, for the way back.
  takeTheirs(): Written {
    const mine = this.state.written
    const theirs = this.state.conflict
    if (!theirs) return mine
    this.lost = []
    this.base = writtenOf(theirs)
    this.set({ article: theirs, conflict: null, written: this.base, error: null })
    this.ways.forget(theirs.id)
    return mine
  }

  // Back to what the server has, theirs if they were faster; answers what was typed, for the way back.
  discard(): Written {
    clearTimeout(this.timer)
    if (this.state.conflict) return this.takeTheirs()
    const { article, written: mine } = this.state
    if (article) this.base = writtenOf(article)
    this.set({ written: this.base, error: null })
    this.ways.forget(article?.id ?? this.newKey)
    return mine
  }

  private keepIt(): void {
    const { article, written, isDirty } = this.state
    const { lost } = this
    const version = article?.version ?? 0
    if (isDirty) keep(article?.id ?? this.newKey, { written, version, lost })
    else this.ways.forget(article?.id ?? this.newKey)
  }

  private differs(): boolean {
    return !isSame(this.state.written, this.base)
  }

  private set(more: Partial<Saved>): void {
    this.state = { ...this.state, ...more }
    this.state.isDirty = this.differs()
    for (const listener of this.listeners) listener()
  }
}

// The server looked at it and will say the same of it again.
const isRefusal = (error: unknown) =>
  error instanceof ApiError && error.status >= 400 && error.status < 500

// Somebody else was faster. That another has the same address is said at its field.
const isConflict = (error: unknown) =>
  error instanceof ApiError && error.status === 409 && !error.field

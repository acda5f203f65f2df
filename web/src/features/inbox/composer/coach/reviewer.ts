// Asks the coach about a draft: a moment after the last change, one question at a time, and the newest words
// are the ones that are asked about in the end.

export type ReviewState = 'well' | 'slow' | 'failed'

interface Options<Answer> {
  // Milliseconds of rest before a question.
  pause: number
  // Begins a question about the draft as it stands; null: there is nothing to ask.
  ask: (signal: AbortSignal) => Promise<Answer> | null
  onAnswer: (answer: Answer) => void
  onState: (state: ReviewState) => void
  // Whether the same question may fare better later.
  mayAskAgain: (error: unknown) => boolean
}

const slowAfter = 2_000
const givenUpAfter = 15_000
const againAfter = 10_000

export class Reviewer<Answer> {
  private timer: ReturnType<typeof setTimeout> | undefined
  private flight: AbortController | null = null
  private isWanted = false
  private isOver = false

  constructor(private options: Options<Answer>) {}

  // The draft changed.
  look(pause = this.options.pause): void {
    if (this.isOver) return
    this.isWanted = true
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.timer = undefined
      void this.go()
    }, pause)
  }

  // What was answered last is about the draft as it stands.
  get isFresh(): boolean {
    return !this.isWanted && this.flight === null
  }

  stop(): void {
    this.isOver = true
    clearTimeout(this.timer)
    this.flight?.abort()
  }

  private async go(): Promise<void> {
    if (this.flight || !this.isWanted) return
    const { ask, onAnswer, onState, mayAskAgain } = this.options
    this.isWanted = false
    const flight = new AbortController()
    const question = ask(flight.signal)
    if (!question) return
    this.flight = flight
    const slow = setTimeout(() => onState('slow'), slowAfter)
    const giveUp = setTimeout(() => flight.abort(), givenUpAfter)
    let again = false
    try {
      const answer = await question
      if (this.isOver) return
      onState('well')
      onAnswer(answer)
    } catch (error) {
      if (this.isOver) return
      onState('failed')
      again = mayAskAgain(error)
    } finally {
      clearTimeout(slow)
      clearTimeout(giveUp)
      this.flight = null
    }
    if (this.isWanted && this.timer === undefined) void this.go()
    else if (again && !this.isWanted) this.look(againAfter)
  }
}

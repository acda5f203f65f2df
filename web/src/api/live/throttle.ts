// Runs what is asked for again and again: soon after a quiet time, else so often and no more.
export class Throttle {
  private timer: ReturnType<typeof setTimeout> | null = null
  private due = 0
  private last = Number.NEGATIVE_INFINITY

  constructor(
    private readonly run: () => void,
    // How long more of the same is waited for.
    private readonly gather: number,
  ) {}

  // Once more, no sooner than `between` milliseconds after the last time; nothing asked for is lost.
  ask(between: number): void {
    const now = Date.now()
    const due = Math.max(now + this.gather, this.last + between)
    if (this.timer !== null) {
      if (due >= this.due) return
      clearTimeout(this.timer)
    }
    this.due = due
    this.timer = setTimeout(() => {
      this.timer = null
      this.last = Date.now()
      this.run()
    }, due - now)
  }
}

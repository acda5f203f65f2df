// Waiting for what happens by itself.

export const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms))

// Asks `check` again and again until it answers something true, and resolves to that. What it throws
// counts as "not yet"; the last such error is told when time is up.
export async function eventually(what, check, { timeout = 20_000, every = 100 } = {}) {
  const until = Date.now() + timeout
  let trouble
  for (;;) {
    try {
      const is = await check()
      if (is) return is
      trouble = undefined
    } catch (error) {
      trouble = error
    }
    if (Date.now() > until)
      throw new Error(`not within ${timeout} ms: ${what}${trouble ? ` (${trouble.message})` : ''}`)
    await sleep(every)
  }
}

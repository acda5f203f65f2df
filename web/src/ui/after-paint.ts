// Runs `then` once what is drawn now has been painted, so that a key is answered before its work is
// done; soon in any case, for a page in the background is not painted. Returns the way to call it off.
export function afterPaint(then: () => void): () => void {
  let timer = setTimeout(then, 100)
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer)
    timer = setTimeout(then, 0)
  })
  return () => {
    cancelAnimationFrame(frame)
    clearTimeout(timer)
  }
}

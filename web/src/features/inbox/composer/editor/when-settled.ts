// Runs `then` when nobody is in the midst of something in the field: a word being composed of several keys, a
// stretch being selected. At once, if so. Returns the way to call it off.
export function whenSettled(
  field: HTMLTextAreaElement,
  isComposing: () => boolean,
  then: () => void,
): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const look = () => {
    if (isComposing() || field.matches(':active')) return
    stop()
    then()
  }
  // What ends it writes its letters first.
  const soon = () => {
    clearTimeout(timer)
    timer = setTimeout(look, 0)
  }
  const stop = () => {
    clearTimeout(timer)
    field.removeEventListener('compositionend', soon)
    document.removeEventListener('pointerup', soon)
    document.removeEventListener('pointercancel', soon)
  }
  field.addEventListener('compositionend', soon)
  document.addEventListener('pointerup', soon)
  document.addEventListener('pointercancel', soon)
  look()
  return stop
}

// How any screen asks for the look round, which is loaded after everything else.

const asked = 'rapport:first-look'

export function askForFirstLook(): void {
  window.dispatchEvent(new Event(asked))
}

export function onFirstLookAsked(run: () => void): () => void {
  window.addEventListener(asked, run)
  return () => window.removeEventListener(asked, run)
}

// Where the focus goes among the cards: to the next by keys, and to one beside that which goes.

export function focusOn(element: HTMLElement | null | undefined): void {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'nearest' })
}

export function focusNext(within: HTMLElement | null, step: 1 | -1): void {
  const cards = [...(within?.querySelectorAll<HTMLElement>('[data-gap]') ?? [])]
  const at = cards.findIndex((card) => card.contains(document.activeElement))
  focusOn(cards[at === -1 ? 0 : at + step])
}

// Before the card that holds `inside` goes, and what has the focus with it. Without another in its list the
// title of the screen gets it.
export function focusBeside(inside: HTMLElement): void {
  const card = inside.closest<HTMLElement>('[data-gap]')
  const title = card?.closest('[data-scrolls]')?.querySelector('h1')
  const beside = card?.nextElementSibling ?? card?.previousElementSibling ?? title
  focusOn(beside as HTMLElement | null | undefined)
}

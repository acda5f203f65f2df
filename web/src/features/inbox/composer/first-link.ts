// The first web address in a text, without the signs that end a sentence: what a card may show.
export function firstLink(text: string): string | null {
  const found = text.match(/https?:\/\/[^\s<>"]+/i)?.[0].replace(/[.,;:!?)\]}'’”]+$/, '')
  if (!found) return null
  try {
    return new URL(found).hostname.includes('.') ? found : null
  } catch {
    return null
  }
}

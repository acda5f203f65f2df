// What of the words on screen is not part of what was just taken: people type on while it travels.
// Words that were changed rather than added to are kept whole.
export function leftOver(here: string, taken: string): string {
  const words = taken.trim()
  const start = here.trimStart()
  return start.startsWith(words) ? start.slice(words.length).trimStart() : here
}

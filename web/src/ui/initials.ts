const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

// The first letters of the first and last word that start with a letter; else the first sign there is.
// A small face has room for one.
export function initials(name: string, room: 1 | 2 = 2): string {
  const words = name.split(/\s+/).filter((word) => /^\p{L}/u.test(word))
  const first = firstSign(words[0] ?? name.trim())
  const last = room > 1 && words.length > 1 ? firstSign(words.at(-1) as string) : ''
  return (first + last).toLocaleUpperCase()
}

function firstSign(word: string): string {
  for (const { segment } of segmenter.segment(word)) return segment
  return '?'
}

// Twelve quiet hues; the same name always gets the same one.
export function hueOf(key: string): number {
  let hash = 0
  for (const sign of key) hash = (hash * 31 + (sign.codePointAt(0) as number)) >>> 0
  return (hash % 12) * 30 + 15
}

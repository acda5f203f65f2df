const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

type Unit = 'graphemes' | 'characters'

const link = /(?<![\w.-])https?:\/\/[^\s]+/g
const named = /(?<![\w.-])(@[\w.-]+)@[\w-][\w.-]*(?<![.-])/g
const linkLength = 23

// How long a network thinks a text is that it is to be given. Where it counts characters (the Mastodon
// API), a link counts for 23, a name for its part before the server, and a reply begins with the name
// of whoever it answers: `answered`.
export function saidLength(text: string, unit: Unit, answered = ''): number {
  if (unit === 'graphemes') return textLength(text, unit)
  const names = (text.toLowerCase().match(named) ?? []) as string[]
  const missing = answered && !names.includes(`@${answered.toLowerCase()}`)
  const said = missing ? `@${answered} ${text}` : text
  return textLength(said.replace(link, 'x'.repeat(linkLength)).replace(named, '$1'), unit)
}

// How long a network thinks a text is. Characters are code points; a grapheme is what a person sees
// as one sign, so a family emoji counts once.
export function textLength(text: string, unit: Unit): number {
  let length = 0
  for (const _ of unit === 'graphemes' ? segmenter.segment(text) : text) length++
  return length
}

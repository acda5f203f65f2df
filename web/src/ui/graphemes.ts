const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

// How long a network thinks a text is. Characters are code points; a grapheme is what a person sees
// as one sign, so a family emoji counts once.
export function textLength(text: string, unit: 'graphemes' | 'characters'): number {
  let length = 0
  for (const _ of unit === 'graphemes' ? segmenter.segment(text) : text) length++
  return length
}

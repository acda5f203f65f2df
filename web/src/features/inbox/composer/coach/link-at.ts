// How a link goes into a text: with a blank on the sides where words touch it.
export function linkAt(text: string, from: number, to: number, link: string) {
  const before = text[from - 1]
  const after = text[to]
  const lead = before !== undefined && !/[\s(]/.test(before) ? ' ' : ''
  const trail = after !== undefined && !/[\s).,;:!?]/.test(after) ? ' ' : ''
  return { insert: lead + link + trail, caret: from + lead.length + link.length }
}

// Whether a text holds the link, and not a longer one that begins like it.
export function hasLink(text: string, link: string): boolean {
  if (link === '') return false
  for (let at = text.indexOf(link); at !== -1; at = text.indexOf(link, at + 1)) {
    const next = text.slice(at + link.length)
    if (/^(?:[.,;:!?)\]}'"”’]*(?:\s|$))/.test(next)) return true
  }
  return false
}

// Markdown as people will read it on the public page, by the same rules as there: HTML in it is its text,
// links lead to http, https, mailto or a place on the page, pictures come by https, and of all others the
// words stay. What comes out is cleaned once more.

import DOMPurify from 'dompurify'
import { Marked } from 'marked'

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const quoted = (text: string) => escaped(text).replaceAll('"', '&quot;')

const leads = /^(?:https?:\/\/|mailto:|#)/i

// Levels, as written, of the headings that the next one stands under.
let under: number[] = []

const marked = new Marked({
  gfm: true,
  async: false,
  renderer: {
    html: (token) =>
      'block' in token && token.block
        ? `<p>${DOMPurify.sanitize(token.text, { ALLOWED_TAGS: [] })}</p>`
        : '',
    link({ href, tokens }) {
      const words = this.parser.parseInline(tokens)
      return leads.test(href) ? `<a href="${quoted(href)}">${words}</a>` : words
    },
    image: ({ href, text }) =>
      /^https:\/\//i.test(href)
        ? `<img src="${quoted(href)}" alt="${quoted(text)}">`
        : escaped(text),
    // Below the title, which stands below the heading of the screen; none is skipped.
    heading({ tokens, depth }) {
      while ((under.at(-1) ?? 0) >= depth) under.pop()
      under.push(depth)
      const level = Math.min(6, under.length + 2)
      return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`
    },
  },
})

const kept = {
  ALLOWED_TAGS: [
    ...['a', 'blockquote', 'br', 'code', 'del', 'em', 'h3', 'h4', 'h5', 'h6', 'hr', 'img', 'li'],
    ...['ol', 'p', 'pre', 'strong', 'table', 'tbody', 'td', 'th', 'thead', 'tr', 'ul'],
  ],
  ALLOWED_ATTR: ['href', 'src', 'alt', 'start', 'align'],
}

export function render(markdown: string): string {
  under = []
  const clean = DOMPurify.sanitize(marked.parse(markdown) as string, {
    ...kept,
    RETURN_DOM_FRAGMENT: true,
  })
  // A preview is left by nobody by mistake.
  for (const link of clean.querySelectorAll('a')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  }
  const holder = document.createElement('div')
  holder.append(clean)
  return holder.innerHTML
}

// Shows what Markdown means where it is written: headings, weight, code, links, quotations.

import { type EditorState, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'

export interface Mark {
  from: number
  to: number
  is: 'heading' | 'strong' | 'emphasis' | 'code' | 'link' | 'quote' | 'sign'
}

const within: [RegExp, Mark['is']][] = [
  [/`[^`]+`/g, 'code'],
  [/\*\*(?=\S)[^*]+\*\*|__(?=\S)[^_]+__/g, 'strong'],
  [/(?<![*\w])\*(?=[^\s*])[^*]+\*(?!\*)|(?<![_\w])_(?=[^\s_])[^_]+_(?![_\w])/g, 'emphasis'],
  [/!?\[[^\]]*\]\([^)\s]*(?:\s"[^"]*")?\)|https?:\/\/[^\s)>]+/g, 'link'],
]

// The marks of one line, in their order; `fenced` says whether it stands in a block of code.
export function marksOf(line: string, fenced: boolean): Mark[] {
  if (fenced || /^\s*(```|~~~)/.test(line)) return [{ from: 0, to: line.length, is: 'code' }]
  const whole = { from: 0, to: line.length }
  if (/^#{1,6}\s/.test(line)) return [{ ...whole, is: 'heading' }]
  const marks: Mark[] = []
  const sign = line.match(/^(\s*)([-*+]|\d{1,9}[.)])\s/)
  if (/^\s*>/.test(line)) marks.push({ ...whole, is: 'quote' })
  else if (sign) {
    const from = sign[1]?.length ?? 0
    marks.push({ from, to: from + (sign[2]?.length ?? 1), is: 'sign' })
  }
  for (const [pattern, is] of within) {
    for (const { index, 0: text } of line.matchAll(pattern)) {
      const mark = { from: index, to: index + text.length, is }
      const crosses = marks.some(
        (one) => one.is !== 'quote' && one.from < mark.to && mark.from < one.to,
      )
      if (!crosses) marks.push(mark)
    }
  }
  return marks.toSorted((a, b) => a.from - b.from || b.to - a.to)
}

const looks = new Map<Mark['is'], Decoration>()
const look = (is: Mark['is']) => {
  let known = looks.get(is)
  if (!known) {
    known = Decoration.mark({ class: `rp-md-${is}` })
    looks.set(is, known)
  }
  return known
}

function isFence(state: EditorState, number: number): boolean {
  return /^\s*(```|~~~)/.test(state.doc.line(number).text)
}

// Only what can be seen is marked.
function mark(view: EditorView): DecorationSet {
  const made = new RangeSetBuilder<Decoration>()
  const { doc } = view.state
  const last = doc.lineAt(view.viewport.to).number
  let fenced = false
  for (let number = 1; number < doc.lineAt(view.viewport.from).number; number++) {
    if (isFence(view.state, number)) fenced = !fenced
  }
  for (let number = doc.lineAt(view.viewport.from).number; number <= last; number++) {
    const line = doc.line(number)
    for (const { from, to, is } of marksOf(line.text, fenced)) {
      if (to > from) made.add(line.from + from, line.from + to, look(is))
    }
    if (isFence(view.state, number)) fenced = !fenced
  }
  return made.finish()
}

export const markdownMarks = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    constructor(view: EditorView) {
      this.decorations = mark(view)
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = mark(update.view)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

// Around what is chosen, or taken away from there: **, _ or `.
export function around(sign: string) {
  return (view: EditorView): boolean => {
    const { from, to } = view.state.selection.main
    const width = sign.length
    const before = view.state.sliceDoc(Math.max(0, from - width), from)
    const after = view.state.sliceDoc(to, to + width)
    const off = before === sign && after === sign
    view.dispatch({
      changes: off
        ? [
            { from: from - width, to: from },
            { from: to, to: to + width },
          ]
        : [
            { from, insert: sign },
            { from: to, insert: sign },
          ],
      selection: off
        ? { anchor: from - width, head: to - width }
        : { anchor: from + width, head: to + width },
      userEvent: 'input',
    })
    return true
  }
}

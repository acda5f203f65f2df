// The colours of a query, and the partner of the bracket one stands at.

import { type Extension, RangeSetBuilder } from '@codemirror/state'
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view'
import { isBracket, partnerOf, type Token, tokensOf } from './tokens'

export const marked: Extension = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet
    private tokens: readonly Token[]

    constructor(view: EditorView) {
      this.tokens = tokensOf(view.state.doc.toString())
      this.decorations = decorate(view, this.tokens)
    }

    update(update: ViewUpdate): void {
      if (!update.docChanged && !update.selectionSet) return
      if (update.docChanged) this.tokens = tokensOf(update.state.doc.toString())
      this.decorations = decorate(update.view, this.tokens)
    }
  },
  { decorations: (plugin) => plugin.decorations },
)

const looks = new Map<string, Decoration>()
function look(name: string): Decoration {
  const known = looks.get(name) ?? Decoration.mark({ class: name })
  looks.set(name, known)
  return known
}

function decorate(view: EditorView, tokens: readonly Token[]): DecorationSet {
  const pair = pairAt(view, tokens)
  const builder = new RangeSetBuilder<Decoration>()
  for (const token of tokens) {
    if (token.kind === 'word') continue
    const extra = isBracket(token) && pair.has(token.from) ? ' rp-q-pair' : ''
    const lone =
      isBracket(token) && !extra && partnerOf(tokens, token.from) === null ? ' rp-q-lone' : ''
    builder.add(token.from, token.to, look(`rp-q-${token.kind}${extra}${lone}`))
  }
  return builder.finish()
}

// The bracket directly before or behind where one stands, and its partner.
function pairAt(view: EditorView, tokens: readonly Token[]): ReadonlySet<number> {
  const { head, empty } = view.state.selection.main
  if (!empty) return new Set()
  for (const at of [head - 1, head]) {
    const partner = partnerOf(tokens, at)
    if (partner !== null) return new Set([at, partner])
  }
  return new Set()
}

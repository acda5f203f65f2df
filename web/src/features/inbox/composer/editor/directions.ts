import { RangeSetBuilder } from '@codemirror/state'
import { Decoration, EditorView, ViewPlugin } from '@codemirror/view'

const auto = Decoration.line({ attributes: { dir: 'auto' } })

function linesOf(view: EditorView) {
  const lines = new RangeSetBuilder<Decoration>()
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at)
      lines.add(line.from, line.from, auto)
      at = line.to + 1
    }
  }
  return lines.finish()
}

// Each line runs as its own words do, and the caret moves by that.
export const directions = [
  EditorView.perLineTextDirection.of(true),
  ViewPlugin.define(
    (view) => ({
      lines: linesOf(view),
      update(update) {
        if (update.docChanged || update.viewportChanged) this.lines = linesOf(update.view)
      },
    }),
    { decorations: (plugin) => plugin.lines },
  ),
]

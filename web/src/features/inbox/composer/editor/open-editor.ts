// The field in which an answer is written: CodeMirror, as plain as a text area. It comes as a chunk of its
// own, after the thread has been drawn.

import { history, historyKeymap, insertNewline, standardKeymap } from '@codemirror/commands'
import { Annotation, Compartment, EditorState, Prec, Transaction } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { changeBetween } from './change-between'
import { directions } from './directions'
import type { EditorStart, ReplyEditor } from './editor'
import './editor.css'

// Words that the desk put there: it knows of them.
const fromOutside = Annotation.define<boolean>()

const attributes = (label: string) =>
  EditorView.contentAttributes.of({
    'aria-label': label,
    'data-testid': 'composer',
    dir: 'auto',
    spellcheck: 'true',
    autocorrect: 'on',
    autocapitalize: 'sentences',
  })

// Pictures are for the box around the field; whatever else is pasted comes as plain text.
const hasFiles = (data: DataTransfer | null) => data !== null && data.files.length > 0

export function openEditor(start: EditorStart): ReplyEditor {
  const described = new Compartment()
  const describe = (label: string, hint: string) => [attributes(label), placeholder(hint)]
  const send = () => {
    start.onSend()
    return true
  }
  const view = new EditorView({
    parent: start.parent,
    state: EditorState.create({
      doc: start.text,
      selection: { anchor: start.anchor, head: start.head },
      extensions: [
        Prec.highest(
          keymap.of([
            { key: 'Ctrl-Enter', run: send },
            { key: 'Meta-Enter', run: send },
            { key: 'Enter', run: insertNewline, shift: insertNewline },
          ]),
        ),
        history(),
        EditorView.lineWrapping,
        directions,
        described.of(describe(start.label, start.hint)),
        // Neither Tab nor Escape is among them: both leave the field, as they leave any other.
        keymap.of([...historyKeymap, ...standardKeymap]),
        EditorView.domEventHandlers({
          paste: (event) => hasFiles(event.clipboardData),
          drop: (event) => hasFiles(event.dataTransfer),
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return
          if (update.transactions.some((one) => one.annotation(fromOutside))) return
          start.onChange(update.state.doc.toString())
        }),
      ],
    }),
  })
  return {
    view,
    focus: () => view.focus(),
    write: (text) => {
      const changes = changeBetween(view.state.doc.toString(), text.replace(/\r\n?/g, '\n'))
      if (!changes) return
      const { from, to, insert } = changes
      view.dispatch({
        changes,
        selection: { anchor: view.state.doc.length - (to - from) + insert.length },
        // What went out does not come back by an undo in the field.
        annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
      })
    },
    describe: (label, hint) =>
      view.dispatch({ effects: described.reconfigure(describe(label, hint)) }),
    close: () => view.destroy(),
  }
}

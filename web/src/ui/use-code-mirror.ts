// A field that CodeMirror draws. Whatever imports this comes as a chunk of its own.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState, type Extension, Prec } from '@codemirror/state'
import { EditorView, type KeyBinding, keymap, placeholder } from '@codemirror/view'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

interface Options {
  place: RefObject<HTMLElement | null>
  value: string
  hint: string
  // Before those of the field itself.
  keys: readonly KeyBinding[]
  extensions: Extension
  attributes: Record<string, string>
  onChange: (text: string) => void
  // Ctrl-Enter.
  onSave: () => void
}

// The field at `place`: made once, and again when `again` is another. The value that is given goes into it.
export function useCodeMirror(options: Options, again = '') {
  const { place, value } = options
  const view = useRef<EditorView | null>(null)
  const latest = useRef(options)
  latest.current = options

  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest only begins it
  useLayoutEffect(() => {
    if (!place.current) return
    const { value, hint, keys, extensions, attributes } = latest.current
    const save = () => {
      latest.current.onSave()
      return true
    }
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: value,
        extensions: [
          Prec.highest(keymap.of([{ key: 'Mod-Enter', run: save }, ...keys])),
          history(),
          EditorView.lineWrapping,
          placeholder(hint),
          extensions,
          // Tab is not among them: it leaves the field, as it leaves any other.
          keymap.of([...historyKeymap, ...defaultKeymap]),
          EditorView.contentAttributes.of(attributes),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = made
    return () => {
      view.current = null
      made.destroy()
    }
  }, [again])

  useEffect(() => {
    const here = view.current
    if (!here || here.state.doc.toString() === value) return
    here.dispatch({ changes: { from: 0, to: here.state.doc.length, insert: value } })
  }, [value])

  return view
}

// The field in which an article is written: CodeMirror. It comes as a chunk of its own.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { EditorState, Prec } from '@codemirror/state'
import { EditorView, keymap, placeholder } from '@codemirror/view'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { around, markdownMarks } from './marks'
import './markdown-editor.css'

interface Props {
  value: string
  label: string
  hint: string
  describedBy: string
  language: string
  direction: 'ltr' | 'rtl'
  readOnly: boolean
  onChange: (markdown: string) => void
  onSave: () => void
}

export default function MarkdownEditor(props: Props) {
  const { value, label, hint, describedBy, language, direction, readOnly } = props
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const latest = useRef(props)
  latest.current = props

  // Made once, and again for another direction or language; what changes goes into it below.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the rest only begins it
  useLayoutEffect(() => {
    if (!place.current) return
    const made = new EditorView({
      parent: place.current,
      state: EditorState.create({
        doc: latest.current.value,
        extensions: [
          Prec.highest(
            keymap.of([
              {
                key: 'Mod-Enter',
                run: () => {
                  latest.current.onSave()
                  return true
                },
              },
              { key: 'Mod-b', run: around('**') },
              { key: 'Mod-i', run: around('_') },
              { key: 'Mod-e', run: around('`') },
            ]),
          ),
          history(),
          EditorView.lineWrapping,
          EditorView.perLineTextDirection.of(true),
          placeholder(hint),
          markdownMarks,
          // Tab is not among them: it leaves the field, as it leaves any other.
          keymap.of([...historyKeymap, ...defaultKeymap]),
          EditorState.readOnly.of(readOnly),
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': describedBy,
            'data-testid': 'markdown',
            lang: language,
            dir: direction,
            spellcheck: 'true',
            autocapitalize: 'sentences',
          }),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) latest.current.onChange(update.state.doc.toString())
          }),
        ],
      }),
    })
    view.current = made
    return () => made.destroy()
  }, [language, direction, readOnly])

  useEffect(() => {
    const here = view.current
    if (!here || here.state.doc.toString() === value) return
    here.dispatch({ changes: { from: 0, to: here.state.doc.length, insert: value } })
  }, [value])

  return <div ref={place} className="rp-markdown" />
}

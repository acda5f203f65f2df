// The field in which a query is written: CodeMirror, told what our language is made of. It comes as a chunk
// of its own, which only the editor of a monitor loads.

import {
  autocompletion,
  type CompletionContext,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete'
import { type Diagnostic, lintKeymap, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { QueryField } from '@/api/listening/types'
import { useCodeMirror } from '@/ui/use-code-mirror'
import { completeAt, type OperatorWord } from './complete'
import { marked } from './marked'
import { type Finding, type Place, shownPlace } from './place'
import './query-editor.css'
import { sayFix } from './say-fix'

// What those around the field may ask of it.
export interface QueryHandle {
  focus: () => void
  show: (place: Place) => void
  // As one step that can be undone in the field.
  write: (place: Place, text: string) => void
}

export interface QueryEditorProps {
  value: string
  label: string
  describedBy: string
  hint: string
  findings: readonly Finding[]
  fields: readonly QueryField[]
  operators: readonly OperatorWord[]
  handle: { current: QueryHandle | null }
  autoFocus?: boolean
  onChange: (query: string) => void
  onSave: () => void
}

export default function QueryEditor(props: QueryEditorProps) {
  const { value, label, describedBy, hint, findings, handle, autoFocus, onChange, onSave } = props
  const place = useRef<HTMLDivElement>(null)
  const latest = useRef(props)
  latest.current = props
  const view = useCodeMirror({
    ...{ place, value, hint, onChange, onSave },
    keys: [{ key: 'Alt-Enter', run: (here) => mendHere(here, latest.current.findings) }],
    extensions: [
      marked,
      EditorState.languageData.of(() => [{ closeBrackets: { brackets: ['(', '"', '{'] } }]),
      closeBrackets(),
      autocompletion({
        override: [(context) => suggest(context, latest.current)],
        icons: false,
      }),
      keymap.of([...closeBracketsKeymap, ...completionKeymap, ...lintKeymap]),
    ],
    attributes: {
      'aria-label': label,
      'aria-describedby': describedBy,
      'data-testid': 'query',
      spellcheck: 'false',
      autocorrect: 'off',
      autocapitalize: 'off',
    },
  })

  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is made
  useLayoutEffect(() => {
    const made = view.current
    if (!made) return
    handle.current = {
      focus: () => made.focus(),
      show: ({ from, to }) => {
        const most = made.state.doc.length
        made.dispatch({
          selection: { anchor: Math.min(from, most), head: Math.min(to, most) },
          scrollIntoView: true,
        })
        made.focus()
      },
      write: ({ from, to }, text) => {
        const most = made.state.doc.length
        made.dispatch({
          changes: { from: Math.min(from, most), to: Math.min(to, most), insert: text },
          userEvent: 'input.mend',
        })
      },
    }
    if (autoFocus) {
      made.dispatch({ selection: { anchor: made.state.doc.length } })
      made.focus()
    }
    return () => {
      handle.current = null
    }
  }, [])

  useEffect(() => {
    const here = view.current
    if (!here) return
    const length = here.state.doc.length
    const shown = findings
      .filter(({ to }) => to <= length)
      .map(
        (finding): Diagnostic => ({
          ...shownPlace(length, finding),
          severity: finding.severity,
          message: finding.message,
          actions: finding.fix
            ? [{ name: sayFix(finding.fix), apply: (at) => mend(at, finding) }]
            : undefined,
        }),
      )
    here.dispatch(setDiagnostics(here.state, shown))
  }, [findings, view])

  return <div ref={place} className="rp-query" data-testid="query-field" />
}

function mend(view: EditorView, { fix }: Finding): void {
  if (!fix) return
  view.dispatch({
    changes: { from: fix.from, to: fix.to, insert: fix.text },
    selection: { anchor: fix.from + fix.text.length },
    userEvent: 'input.mend',
  })
}

// The first that can be mended, of those one stands in, else of all.
function mendHere(view: EditorView, findings: readonly Finding[]): boolean {
  const at = view.state.selection.main.head
  const able = findings.filter(({ fix }) => fix)
  const found = able.find(({ from, to }) => from <= at && at <= to) ?? able[0]
  if (!found) return false
  mend(view, found)
  return true
}

function suggest(context: CompletionContext, { fields, operators }: QueryEditorProps) {
  const query = context.state.doc.toString()
  const found = completeAt(query, context.pos, fields, operators, context.explicit)
  if (!found) return null
  return {
    from: found.from,
    filter: false,
    options: found.options.map(({ label, detail, apply, kind }) => ({
      label,
      detail,
      type: kind,
      apply: (view: EditorView, _: unknown, from: number, to: number) => {
        view.dispatch({
          changes: { from, to, insert: apply },
          selection: { anchor: from + apply.length },
          userEvent: 'input.complete',
        })
      },
    })),
  }
}

// The field in which an article is written: CodeMirror. It comes as a chunk of its own.

import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { useRef } from 'react'
import { useCodeMirror } from '@/ui/use-code-mirror'
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
  const { value, label, hint, describedBy, language, direction, readOnly, onChange, onSave } = props
  const place = useRef<HTMLDivElement>(null)
  const field = {
    ...{ place, value, hint, onChange, onSave },
    keys: [
      { key: 'Mod-b', run: around('**') },
      { key: 'Mod-i', run: around('_') },
      { key: 'Mod-e', run: around('`') },
    ],
    extensions: [
      EditorView.perLineTextDirection.of(true),
      markdownMarks,
      EditorState.readOnly.of(readOnly),
    ],
    attributes: {
      'aria-label': label,
      'aria-describedby': describedBy,
      'data-testid': 'markdown',
      lang: language,
      dir: direction,
      spellcheck: 'true',
      autocapitalize: 'sentences',
    },
  }
  useCodeMirror(field, [language, direction, readOnly].join())
  return <div ref={place} className="rp-markdown" />
}

// What those around the field may ask of the editor in it.

import type { EditorView } from '@codemirror/view'

export interface ReplyEditor {
  readonly view: EditorView
  focus: () => void
  // Other words from outside: a draft that came back, an answer that went out.
  write: (text: string) => void
  describe: (label: string, hint: string) => void
  close: () => void
}

export interface EditorStart {
  parent: HTMLElement
  text: string
  anchor: number
  head: number
  label: string
  hint: string
  onChange: (text: string) => void
  onSend: () => void
}

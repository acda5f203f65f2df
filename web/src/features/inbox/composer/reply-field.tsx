import {
  type ComponentProps,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { afterPaint } from '@/ui/after-paint'
import { GrowingField } from '@/ui/growing-field'
import styles from './composer.module.css'
import type { ReplyEditor } from './editor/editor'
import { whenSettled } from './editor/when-settled'

// What takes the focus where one writes.
export interface Field {
  focus: () => void
}

interface Props {
  ref?: Ref<Field>
  value: string
  label: string
  hint: string
  rows: number
  most: number
  onChange: (text: string) => void
  onSend: () => void
  onEditor?: (editor: ReplyEditor | null) => void
}

// Where the answer is written. A text area stands here at once; the editor takes its place as soon as it has
// come, with the words, the caret and the focus. If it does not come, the text area stays.
export function ReplyField(props: Props) {
  const { ref, value, label, hint, rows, most, onChange, onSend } = props
  const place = useRef<HTMLDivElement>(null)
  const plain = useRef<HTMLTextAreaElement>(null)
  const composing = useRef(false)
  const [editor, setEditor] = useState<ReplyEditor | null>(null)
  const latest = useRef(props)
  latest.current = props

  useImperativeHandle(
    ref,
    () => ({ focus: () => (editor ? editor.focus() : plain.current?.focus()) }),
    [editor],
  )

  useEffect(() => {
    let isOver = false
    let made: ReplyEditor | null = null
    let stopWaiting = () => {}
    const isComposing = () => composing.current
    // Within one task, so that a letter goes either to the one or to the other.
    const takeOver = (box: HTMLTextAreaElement, open: typeof import('./editor/open-editor')) => {
      const parent = place.current
      if (isOver || !parent) return
      const hadFocus = document.activeElement === box
      // Where nobody has been yet, one goes on at the end.
      if (!hadFocus && box.selectionEnd === 0) box.selectionStart = box.value.length
      const { selectionStart, selectionEnd, selectionDirection } = box
      const backwards = selectionDirection === 'backward'
      const opened = open.openEditor({
        parent,
        text: box.value,
        anchor: backwards ? selectionEnd : selectionStart,
        head: backwards ? selectionStart : selectionEnd,
        label: latest.current.label,
        hint: latest.current.hint,
        onChange: (text) => latest.current.onChange(text),
        onSend: () => latest.current.onSend(),
      })
      made = opened
      opened.view.scrollDOM.scrollTop = box.scrollTop
      if (hadFocus) opened.focus()
      flushSync(() => setEditor(opened))
      latest.current.onEditor?.(opened)
    }
    const calledOff = afterPaint(() => {
      import('./editor/open-editor').then(
        (open) => {
          const box = plain.current
          if (!isOver && box) stopWaiting = whenSettled(box, isComposing, () => takeOver(box, open))
        },
        () => {},
      )
    })
    return () => {
      isOver = true
      calledOff()
      stopWaiting()
      if (made) latest.current.onEditor?.(null)
      made?.close()
    }
  }, [])

  // Before anything else happens: a letter typed next belongs to these words.
  useLayoutEffect(() => editor?.write(value), [editor, value])
  useLayoutEffect(() => editor?.describe(label, hint), [editor, label, hint])

  return (
    <>
      {!editor && (
        <GrowingField
          ref={plain}
          className={styles.field}
          aria-label={label}
          placeholder={hint}
          dir="auto"
          rows={rows}
          most={most}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
            event.preventDefault()
            onSend()
          }}
          onCompositionStart={() => {
            composing.current = true
          }}
          onCompositionEnd={() => {
            composing.current = false
          }}
          data-testid="composer"
        />
      )}
      <div
        ref={place}
        className="rp-reply"
        style={{ '--rows': rows, '--most': most } as ComponentProps<'div'>['style']}
      />
    </>
  )
}

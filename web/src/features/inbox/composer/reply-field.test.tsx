// @vitest-environment jsdom

import { act, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import type { ReplyEditor } from './editor/editor'
import { type Field, ReplyField } from './reply-field'

// What jsdom has no measure of: CodeMirror asks where its letters stand.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()
Object.defineProperty(document, 'fonts', {
  value: { addEventListener: () => {}, removeEventListener: () => {} },
  configurable: true,
})

const send = vi.fn()
const field: { current: Field | null } = { current: null }
let editor: ReplyEditor | null
let text: string
let write: (text: string) => void

function Draft({ begin = '' }) {
  const [value, setValue] = useState(begin)
  text = value
  write = setValue
  return (
    <ReplyField
      ref={field}
      value={value}
      label="Your answer to Ana"
      hint="Write"
      rows={2}
      most={10}
      onChange={setValue}
      onSend={send}
      onEditor={(now) => {
        editor = now
      }}
    />
  )
}

beforeEach(() => {
  send.mockClear()
  editor = null
})

const box = () => screen.getByTestId('composer')
const arrived = () => waitFor(() => expect(editor).not.toBeNull())
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(box(), { key, keyCode: key === 'Enter' ? 13 : key.charCodeAt(0), ...more })

test('the editor takes over the words, the selection and the focus', async () => {
  render(<Draft begin="One two" />)
  const area = box() as HTMLTextAreaElement
  expect(area.tagName).toBe('TEXTAREA')
  area.focus()
  area.setSelectionRange(4, 7, 'backward')
  await arrived()
  expect(screen.getAllByTestId('composer')).toHaveLength(1)
  expect(document.activeElement).toBe(box())
  expect(box()).toHaveAttribute('aria-label', 'Your answer to Ana')
  expect(box()).toHaveAttribute('spellcheck', 'true')
  expect(editor?.view.state.doc.toString()).toBe('One two')
  expect(editor?.view.state.selection.main).toMatchObject({ anchor: 7, head: 4 })
})

test('it waits until a word that is being composed is finished', async () => {
  render(<Draft />)
  fireEvent.compositionStart(box())
  await act(() => new Promise((wake) => setTimeout(wake, 400)))
  expect(box().tagName).toBe('TEXTAREA')
  fireEvent.change(box(), { target: { value: '日本' } })
  fireEvent.compositionEnd(box())
  await arrived()
  expect(editor?.view.state.doc.toString()).toBe('日本')
})

test('what is written in it is known, and words from outside are written into it', async () => {
  render(<Draft />)
  await arrived()
  act(() => editor?.view.dispatch({ changes: { from: 0, insert: 'Hello' }, userEvent: 'input' }))
  expect(text).toBe('Hello')
  act(() => write('Hello again'))
  expect(editor?.view.state.doc.toString()).toBe('Hello again')
  expect(editor?.view.state.selection.main.head).toBe(11)
  // What was put there is not the writer's to undo, what they wrote is.
  press('z', { ctrlKey: true, keyCode: 90 })
  expect(text).toBe(' again')
})

test('Ctrl+Enter and Cmd+Enter send, before the editor and in it', async () => {
  render(<Draft begin="Hello" />)
  press('Enter', { ctrlKey: true })
  expect(send).toHaveBeenCalledTimes(1)
  await arrived()
  press('Enter', { ctrlKey: true })
  press('Enter', { metaKey: true })
  expect(send).toHaveBeenCalledTimes(3)
  press('Enter')
  expect(send).toHaveBeenCalledTimes(3)
  expect(text).toBe('Hello\n')
})

test('a picture that is pasted or dropped is for the box around it, and its words stay', async () => {
  const pasted = vi.fn()
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: as the composer's box does
    <div onPaste={pasted} onDrop={pasted}>
      <Draft begin="Hello" />
    </div>,
  )
  await arrived()
  act(() => editor?.view.dispatch({ selection: { anchor: 0, head: 5 } }))
  const files = [new File(['x'], 'x.png', { type: 'image/png' })]
  fireEvent.paste(box(), { clipboardData: { files, getData: () => '' } })
  fireEvent.drop(box(), { dataTransfer: { files, getData: () => '' } })
  expect(pasted).toHaveBeenCalledTimes(2)
  expect(text).toBe('Hello')
})

// @vitest-environment jsdom

import '@/i18n'
import '@/i18n/listen'
import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { Findings } from './findings'
import type { Finding } from './place'
import QueryEditor, { type QueryHandle } from './query-editor'

// What jsdom has no measure of: CodeMirror asks where its letters stand.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()

const save = vi.fn()
const handle: { current: QueryHandle | null } = { current: null }
let written: string
beforeEach(() => {
  save.mockClear()
  written = ''
})

function Field({ begin, findings }: { begin: string; findings: readonly Finding[] }) {
  const [query, setQuery] = useState(begin)
  written = query
  return (
    <>
      <QueryEditor
        value={query}
        label="What it looks for"
        describedBy="findings"
        hint=""
        findings={query === begin ? findings : []}
        fields={[]}
        operators={[]}
        handle={handle}
        onChange={setQuery}
        onSave={save}
      />
      <Findings
        id="findings"
        findings={findings}
        onShow={(place) => handle.current?.show(place)}
        onMend={({ fix }) => fix && handle.current?.write(fix, fix.text)}
      />
    </>
  )
}

const unknown: Finding = {
  from: 5,
  to: 13,
  severity: 'error',
  code: 'unknown_field',
  message: 'There is no field “langage”.',
  fix: { from: 5, to: 13, text: 'lang:' },
}

const press = (key: string, more: KeyboardEventInit = {}) => {
  const field = screen.getByTestId('query')
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more })
  act(() => void field.dispatchEvent(event))
  return event
}

test('what is wrong is underlined at its place, and said in a list', () => {
  render(<Field begin="acme langage:en" findings={[unknown]} />)
  expect(document.querySelector('.cm-lintRange-error')?.textContent).toBe('langage:')
  expect(screen.getByTestId('findings').textContent).toContain('There is no field “langage”.')
  expect(screen.getByTestId('findings-said').textContent).toBe(
    'One error: There is no field “langage”.',
  )
  expect(screen.getByRole('textbox', { name: 'What it looks for' })).toBeTruthy()
})

test('its fix is applied by a press, and by key', () => {
  const { unmount } = render(<Field begin="acme langage:en" findings={[unknown]} />)
  act(() => screen.getByRole('button', { name: 'Write lang:' }).click())
  expect(written).toBe('acme lang:en')
  unmount()
  render(<Field begin="acme langage:en" findings={[unknown]} />)
  press('Enter', { altKey: true })
  expect(written).toBe('acme lang:en')
})

test('Ctrl Enter saves, and Tab leaves the field', () => {
  render(<Field begin="acme" findings={[]} />)
  press('Enter', { ctrlKey: true })
  expect(save).toHaveBeenCalledOnce()
  expect(written).toBe('acme')
  expect(press('Tab').defaultPrevented).toBe(false)
})

test('operators, fields and phrases look different from words', () => {
  render(<Field begin={'acme OR "hot tea" lang:en'} findings={[]} />)
  const looks = [...document.querySelectorAll('[class^="rp-q-"]')].map(
    (part) => `${part.className} ${part.textContent}`,
  )
  expect(looks).toEqual(['rp-q-operator OR', 'rp-q-phrase "hot tea"', 'rp-q-field lang:'])
})

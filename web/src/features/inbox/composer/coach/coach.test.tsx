// @vitest-environment jsdom

import '@/i18n'
import { history, undo } from '@codemirror/commands'
import { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { MantineProvider } from '@mantine/core'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CoachFinding, Review } from '@/api/coach'
import type { Post } from '@/api/types'
import { post as samplePost } from '@/testing/samples'
import Coach from './coach'

// What jsdom has no measure of: CodeMirror asks where its letters stand.
Range.prototype.getClientRects = () => [] as unknown as DOMRectList
Range.prototype.getBoundingClientRect = () => new DOMRect()
Element.prototype.scrollIntoView = () => {}

const post: Post = samplePost('5', null, { text: 'Where is it? And who pays?' })
const span = (text: string, part: string) => [text.indexOf(part), text.indexOf(part) + part.length]

const draft = 'Kindly utilise the form.'
const stuffy: CoachFinding = {
  rule: 'stuffy',
  severity: 'consider',
  draft_spans: [span(draft, 'utilise')],
  post_spans: [],
  why: 'Nobody says this aloud.',
  next: 'Say it plainly.',
  replace: 'use',
}
const unanswered: CoachFinding = {
  rule: 'unanswered',
  severity: 'fix',
  draft_spans: [],
  post_spans: [span(post.text, 'And who pays?')],
  why: 'They asked this.',
  next: 'Answer it.',
}

vi.mock('@/api/session', async (original) => ({
  ...(await original<object>()),
  useMe: () => ({ id: '9', name: 'Mia' }),
}))

let review: Review
let passage: { text: string; spans: [] } | null
let because: string[]
let status: number
let asked: { text: string; post_id: string }[]
let view: EditorView
const holds = { current: () => false }
const show = vi.fn()

beforeEach(() => {
  review = {
    points: [
      {
        kind: 'question',
        post_span: span(post.text, 'Where is it?'),
        draft_spans: [],
        answered: true,
      },
      {
        kind: 'question',
        post_span: span(post.text, 'And who pays?'),
        draft_spans: [],
        answered: false,
      },
    ],
    findings: [unanswered, stuffy],
    articles: [],
    clean: false,
    must_be_clean: false,
  }
  status = 200
  passage = { text: 'No forms.', spans: [] }
  because = ['words', 'asked_before']
  asked = []
  localStorage.clear()
  vi.stubGlobal('fetch', async (path: string, { body }: { body?: string }) => {
    const answer = (now: unknown, code = 200) => new Response(JSON.stringify(now), { status: code })
    if (path.includes('/suggestions')) {
      const article = {
        id: '7',
        title: 'The recall',
        link: 'https://help.example/recall',
        kind: 'article',
        language: 'en',
      }
      return answer({ items: [{ article, passage, because }] })
    }
    asked.push(JSON.parse(body ?? ''))
    return answer(status === 200 ? review : { detail: 'No.', kind: 'internal' }, status)
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  view.destroy()
})

function draw(text = draft) {
  const box = document.createElement('div')
  Object.defineProperty(box, 'offsetWidth', { value: 800 })
  const parent = document.body.appendChild(document.createElement('div'))
  view = new EditorView({
    parent,
    state: EditorState.create({ doc: text, extensions: [history()] }),
  })
  view.focus()
  const cache = new QueryClient()
  const drawn = (post: Post) => (
    <QueryClientProvider client={cache}>
      <MantineProvider env="test">
        <Coach
          view={view}
          box={{ current: box }}
          holds={holds}
          conversation="1"
          post={post}
          channel="3"
          media={[]}
          card={null}
          onShow={show}
        />
      </MantineProvider>
    </QueryClientProvider>
  )
  const { rerender } = render(drawn(post))
  return { answer: (other: Post) => rerender(drawn(other)) }
}

const reviewed = () => screen.findAllByTestId('coach-finding')
const text = () => view.state.doc.toString()
const line = () => screen.getByTestId('coach-line')
const press = (key: string, more: KeyboardEventInit = {}) =>
  fireEvent.keyDown(view.contentDOM, { key, ...more })

test('their points are ticked, findings are listed, and the sum stands in one line', async () => {
  draw()
  expect(await reviewed()).toHaveLength(2)
  expect(asked[0]).toMatchObject({ post_id: '5', text: draft, channel_id: '3', media: [] })
  expect(line()).toHaveTextContent('1 of 2 points answered · 1 to mend · 1 to consider')
  const points = within(screen.getByTestId('coach-points')).getAllByRole('button')
  expect(points.map((point) => point.textContent)).toEqual([
    'Question: Where is it?, answered',
    'Question: And who pays?, not answered yet',
  ])
  // Nothing is spoken until something changes.
  expect(screen.getByTestId('coach-said')).toBeEmptyDOMElement()
  review = { ...review, findings: [unanswered] }
  act(() => view.dispatch({ changes: { from: 0, insert: 'So: ' } }))
  await waitFor(() =>
    expect(screen.getByTestId('coach-said')).toHaveTextContent(
      '1 of 2 points answered · 1 to mend',
    ),
  )
})

test('what it proposes goes in by a press, and comes out by an undo', async () => {
  draw()
  await reviewed()
  fireEvent.click(screen.getByRole('button', { name: 'Put in “use”' }))
  expect(text()).toBe('Kindly use the form.')
  act(() => void undo(view))
  expect(text()).toBe(draft)
})

test('by keys: from one to the next, what it proposes, a link', async () => {
  draw()
  await reviewed()
  press('F8')
  expect(document.activeElement).toHaveTextContent('They asked this.')
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F8' })
  expect(view.state.sliceDoc(view.state.selection.main.from, view.state.selection.main.to)).toBe(
    'utilise',
  )
  press('Enter', { altKey: true })
  expect(text()).toBe('Kindly use the form.')
  act(() => view.dispatch({ selection: { anchor: view.state.doc.length } }))
  await screen.findByTestId('coach-article')
  press('1', { altKey: true })
  expect(text()).toBe('Kindly use the form. https://help.example/recall')
  await waitFor(() => expect(screen.getByTestId('coach-article')).toHaveTextContent('Linked'))
  // It stands there once.
  press('1', { altKey: true })
  expect(text()).toBe('Kindly use the form. https://help.example/recall')
  act(() => void undo(view))
  expect(text()).toBe('Kindly use the form.')
})

test('an article says why it is there: its words, or that it answered others', async () => {
  draw()
  const before = await screen.findByTestId('coach-article')
  expect(before).toHaveTextContent('No forms.')
  expect(before).not.toHaveTextContent('answered others')
  cleanup()
  view.destroy()
  passage = null
  because = ['asked_before']
  draw()
  expect(await screen.findByTestId('coach-article')).toHaveTextContent(
    'It answered others who asked like this',
  )
})

test('it holds an answer only where the brand asks for that, and says why', async () => {
  draw()
  await reviewed()
  expect(holds.current()).toBe(false)
  review = { ...review, must_be_clean: true }
  act(() => view.dispatch({ changes: { from: 0, insert: ' ' } }))
  // What it says of other words holds nothing.
  expect(holds.current()).toBe(false)
  await waitFor(() => expect(asked).toHaveLength(2))
  await waitFor(() => {
    let held = false
    act(() => {
      held = holds.current()
    })
    expect(held).toBe(true)
  })
  expect(screen.getByRole('alert')).toHaveTextContent('They asked this.')
  review = { ...review, clean: true, findings: [] }
  act(() => view.dispatch({ changes: { from: 0, insert: ' ' } }))
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
  expect(holds.current()).toBe(false)
})

test('what was said of an answer to one post is not said of an answer to another', async () => {
  const { answer } = draw()
  await reviewed()
  status = 503
  answer(samplePost('6', null, { text: 'And the colour?' }))
  expect(screen.queryByTestId('coach-finding')).toBeNull()
  expect(view.dom.querySelector('[data-coach]')).toBeNull()
  await waitFor(() => expect(asked.at(-1)).toMatchObject({ post_id: '6' }))
  expect(screen.queryByTestId('coach-finding')).toBeNull()
})

test('out of reach it goes quiet and holds nothing', async () => {
  status = 503
  draw()
  await waitFor(() => expect(line()).toHaveTextContent('cannot be reached'))
  expect(holds.current()).toBe(false)
})

test('folded away, it stays so', async () => {
  draw()
  await reviewed()
  fireEvent.click(line())
  expect(screen.queryByTestId('coach-body')).toBeNull()
  expect(localStorage.getItem('rapport.coach.folded.9')).toBe('true')
  // The line still says it, and what lies under the caret.
  expect(line()).toHaveTextContent('1 to mend')
  act(() => view.dispatch({ selection: { anchor: draft.indexOf('utilise') + 2 } }))
  await waitFor(() => expect(line()).toHaveTextContent('Nobody says this aloud.'))
})

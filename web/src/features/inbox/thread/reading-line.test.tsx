// @vitest-environment jsdom

import '@/i18n'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import type { Reading } from '@/api/types'
import type { Mark } from '@/ui/byte-spans'
import { Words } from '@/ui/words'
import { ReadingLine } from './reading-line'

const text = 'My parcel is lost and nobody answers'

const reading = (more: Partial<Reading> = {}): Reading => ({
  language: 'en',
  read: 'all',
  sentiment: { label: 'negative', score: -0.8, p: [0.85, 0.1, 0.05], evidence: [[13, 17]] },
  intents: [{ label: 'complaint', p: 0.8, evidence: [[22, 36]] }],
  reasons: [{ key: 'delivery', name: 'Delivery', p: 0.7, evidence: [[3, 9]] }],
  emotion: { label: 'anger', p: 0.3, evidence: [] },
  toxicity: { p: 0.01, evidence: [] },
  urgency: { value: 0.7, evidence: [] },
  needs_reply: { value: true, p: 0.9, why: 'complains', evidence: [] },
  corrected: [],
  ...more,
})

function Post({ it }: { it: Reading }) {
  const [shown, setShown] = useState<string | null>(null)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  return (
    <>
      <Words text={text} langs={['en']} entities={[]} network="bluesky" marks={marks} />
      <ReadingLine
        reading={it}
        shown={shown}
        onShow={(key, evidence) => {
          setShown(key)
          setMarks(evidence)
        }}
      />
    </>
  )
}

const marked = () => [...document.querySelectorAll('mark')].map((mark) => mark.textContent)

test('says what a post says, and leaves out what is unsure', () => {
  render(<Post it={reading()} />)
  expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
    'Urgent',
    'Bad',
    'Complaint',
    'Delivery',
  ])
})

test('a press marks the words that say so, a second one takes the marks away', () => {
  render(<Post it={reading()} />)
  const delivery = screen.getByRole('button', { name: 'Delivery' })
  fireEvent.click(delivery)
  expect(delivery.getAttribute('aria-pressed')).toBe('true')
  expect(marked()).toEqual(['parcel'])
  fireEvent.click(screen.getByRole('button', { name: 'Complaint' }))
  expect(delivery.getAttribute('aria-pressed')).toBe('false')
  expect(marked()).toEqual(['nobody answers'])
  fireEvent.click(screen.getByRole('button', { name: 'Complaint' }))
  expect(marked()).toEqual([])
})

test('what rests on no words is no button', () => {
  render(<Post it={reading()} />)
  expect(screen.queryByRole('button', { name: 'Urgent' })).toBeNull()
})

test('a language that is not read is said to be not read', () => {
  const needs_reply = { value: true, p: 0.5, why: 'unread' as const, evidence: [] }
  const nothing = { sentiment: null, emotion: null, toxicity: null, urgency: null }
  render(
    <Post it={reading({ read: 'nothing', intents: [], reasons: [], needs_reply, ...nothing })} />,
  )
  expect(screen.getByText(/do not know this language/)).toBeTruthy()
  expect(screen.queryByTestId('reading')).toBeNull()
})

// @vitest-environment jsdom

import '@/i18n'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { sessionQuery } from '@/api/session'
import type { Permission, Reading, Session } from '@/api/types'
import { reading } from '@/testing/samples'
import type { Mark } from '@/ui/byte-spans'
import { Words } from '@/ui/words'
import { ReadingLine } from './reading-line'

const text = 'My parcel is lost and nobody answers'

function Line({ it }: { it: Reading }) {
  const [shown, setShown] = useState<string | null>(null)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  return (
    <>
      <Words text={text} langs={['en']} entities={[]} network="bluesky" marks={marks} />
      <ReadingLine
        reading={it}
        post="11"
        conversation="1"
        shown={shown}
        onShow={(key, evidence) => {
          setShown(key)
          setMarks(evidence)
        }}
      />
    </>
  )
}

// Somebody who may read along, unless they `may` more.
function Post({ it, may = ['read'] }: { it: Reading; may?: Permission[] }) {
  const cache = new QueryClient()
  cache.setQueryData(sessionQuery.queryKey, { permissions: may } as Session)
  return (
    <QueryClientProvider client={cache}>
      <Line it={it} />
    </QueryClientProvider>
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
    'Oat milk',
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
    <Post
      it={reading({
        read: 'nothing',
        intents: [],
        reasons: [],
        topics: [],
        needs_reply,
        ...nothing,
      })}
    />,
  )
  expect(screen.getByText(/do not know this language/)).toBeTruthy()
  expect(screen.queryByRole('button')).toBeNull()
})

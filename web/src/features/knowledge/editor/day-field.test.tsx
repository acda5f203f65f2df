// @vitest-environment jsdom

import { MantineProvider } from '@mantine/core'
import { fireEvent, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { atDay, dayOf } from '../shared/review'
import { DayField } from './day-field'

function Form({ onChange }: { onChange: (at: string | null) => void }) {
  const [at, setAt] = useState<string | null>(atDay('2026-11-26'))
  const change = (next: string | null) => {
    setAt(next)
    onChange(next)
  }
  return <DayField label="Look again" at={at} readOnly={false} onChange={change} />
}

test('a year is typed part by part, and only the whole day counts', () => {
  const days: string[] = []
  render(
    <MantineProvider env="test">
      <Form onChange={(at) => days.push(dayOf(at))} />
    </MantineProvider>,
  )
  const field = screen.getByLabelText('Look again')
  // As a browser says it while 2027 is typed.
  for (const year of ['0002', '0020', '0202']) {
    fireEvent.change(field, { target: { value: `${year}-11-26` } })
    expect(field).toHaveValue(`${year}-11-26`)
  }
  expect(days).toEqual([])
  fireEvent.change(field, { target: { value: '2027-11-26' } })
  fireEvent.change(field, { target: { value: '' } })
  expect(days).toEqual(['2027-11-26', ''])
})

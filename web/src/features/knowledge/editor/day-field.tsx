import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { atDay, dayOf, isWholeDay } from '../shared/review'

interface Props {
  label: string
  at: string | null
  readOnly: boolean
  error?: string
  onChange: (at: string | null) => void
}

// A day, typed part by part: what stands there in the midst of it is nobody's but the field's.
export function DayField({ label, at, readOnly, error, onChange }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      label={label}
      type="date"
      max="9999-12-31"
      value={typed ?? dayOf(at)}
      readOnly={readOnly}
      error={error}
      onChange={({ currentTarget: { value, validity } }) => {
        setTyped(value)
        if (value === '' ? !validity.badInput : isWholeDay(value)) onChange(atDay(value))
      }}
      onBlur={() => setTyped(null)}
    />
  )
}

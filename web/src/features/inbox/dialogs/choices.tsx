import { Kbd } from '@mantine/core'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import styles from './choices.module.css'

export interface Choice {
  id: string
  label: string
  detail?: string
  icon?: ReactNode
  checked?: boolean
  choose: () => void
}

// A short list to choose one from: by arrow, by its number, or by pointing.
export function Choices({ choices, label }: { choices: readonly Choice[]; label: string }) {
  const list = useRef<HTMLUListElement>(null)
  // Choices that had to be fetched come after the dialog looked for something to focus.
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!list.current?.contains(document.activeElement))
        list.current?.querySelector('button')?.focus()
    }, 50)
    return () => clearTimeout(timer)
  }, [])

  const onKeyDown = (event: KeyboardEvent<HTMLUListElement>) => {
    const buttons = [...event.currentTarget.querySelectorAll('button')]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key]
    if (step) {
      event.preventDefault()
      buttons[(at + step + buttons.length) % buttons.length]?.focus()
    } else if (/^[1-9]$/.test(event.key)) {
      event.preventDefault()
      choices[Number(event.key) - 1]?.choose()
    }
  }

  return (
    <ul ref={list} className={styles.choices} aria-label={label} onKeyDown={onKeyDown}>
      {choices.map((choice, index) => (
        <li key={choice.id}>
          <button
            type="button"
            className={styles.choice}
            aria-pressed={choice.checked}
            data-autofocus={index === 0 || undefined}
            onClick={choice.choose}
          >
            {choice.icon}
            <span className={styles.label}>{choice.label}</span>
            {choice.detail && <span className={styles.detail}>{choice.detail}</span>}
            {index < 9 && (
              <Kbd size="xs" aria-hidden className={styles.key}>
                {index + 1}
              </Kbd>
            )}
          </button>
        </li>
      ))}
    </ul>
  )
}

// The card itself: beside the thing it speaks of, or a sheet on a phone. It lies over nothing that
// has to be read, takes no focus by itself, and leaves every key of the page alone.

import { Button, Kbd } from '@mantine/core'
import { type ReactNode, type RefObject, useLayoutEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './first-look.module.css'
import { type Box, placeCard, placeSheet, type Size } from './place'

interface Props {
  card: RefObject<HTMLElement | null>
  title: string
  text: string
  hint?: string
  target: Box | null
  phone: boolean
  onEscape: () => void
  children: ReactNode
}

export function Card({ card, title, text, hint, target, phone, onEscape, children }: Props) {
  const { t } = useTranslation('firstLook')
  const [size, setSize] = useState<Size>({ width: 344, height: 220 })
  const place = windowSize()
  const at = placeCard(target, size, place)

  // biome-ignore lint/correctness/useExhaustiveDependencies: other words make another height
  useLayoutEffect(() => {
    const box = card.current?.getBoundingClientRect()
    if (box) setSize({ width: box.width, height: box.height })
  }, [title, text])

  return (
    <aside
      ref={card}
      className={styles.card}
      aria-label={t('label')}
      data-sheet={phone ? placeSheet(target, place) : undefined}
      style={phone ? undefined : at}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onEscape()
      }}
      data-testid="first-look"
    >
      <h2 className={styles.title}>{title}</h2>
      <p className={styles.text}>{withKeys(text)}</p>
      {hint && <p className={styles.hint}>{withKeys(hint)}</p>}
      <div className={styles.buttons}>{children}</div>
    </aside>
  )
}

export function Primary({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Button size="sm" onClick={onPress}>
      {label}
    </Button>
  )
}

export function Quiet({ label, onPress }: { label: string; onPress: () => void }) {
  return (
    <Button size="sm" variant="subtle" color="gray" onClick={onPress}>
      {label}
    </Button>
  )
}

// "Press `j`": what stands between the ticks is drawn as a key.
function withKeys(text: string): ReactNode[] {
  return text.split('`').map((part, at) => (at % 2 === 1 ? <Kbd key={part}>{part}</Kbd> : part))
}

export function windowSize(): Size {
  return { width: window.innerWidth, height: window.innerHeight }
}

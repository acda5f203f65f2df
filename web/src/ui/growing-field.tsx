import { type ComponentProps, useLayoutEffect, useRef } from 'react'
import styles from './growing-field.module.css'

interface Props extends ComponentProps<'textarea'> {
  rows: number
  most: number
}

const growsByItself = typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

// A field for words that is as tall as they are, from `rows` lines up to `most`. Where the browser can
// do that by itself nothing is measured, which would cost more than all else a key does.
export function GrowingField({ rows, most, className, ref, ...rest }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const { value } = rest
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words have another height
  useLayoutEffect(() => {
    const box = field.current
    if (growsByItself || !box) return
    box.style.height = 'auto'
    box.style.height = `${box.scrollHeight}px`
  }, [value])
  return (
    <textarea
      {...rest}
      ref={(element) => {
        field.current = element
        if (typeof ref === 'function') return ref(element)
        if (ref) ref.current = element
      }}
      rows={rows}
      className={`${styles.field} ${className ?? ''}`}
      style={{ '--rows': rows, '--most': most } as React.CSSProperties}
    />
  )
}

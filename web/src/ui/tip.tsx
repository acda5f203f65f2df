// A few words that show what a button does, for whoever points at it or comes to it by keyboard. A
// thread has hundreds of buttons: each carries its words as an attribute, and one box for all shows
// them (tips.ts).

import { cloneElement, type HTMLAttributes, type ReactElement, type Ref } from 'react'
import './tip.css'

// What a menu puts on its button goes through to it.
interface Props extends HTMLAttributes<HTMLElement> {
  ref?: Ref<HTMLElement>
  label: string
  side?: 'top' | 'right'
  disabled?: boolean
  children: ReactElement<Record<string, unknown>>
}

export function Tip({ label, side = 'top', disabled, className, children, ...rest }: Props) {
  return cloneElement(children, {
    ...rest,
    className: [children.props.className, className].filter(Boolean).join(' ') || undefined,
    'data-tip': disabled ? undefined : label,
    'data-tip-side': side === 'top' ? undefined : side,
  })
}

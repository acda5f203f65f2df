import { type KeyboardEvent, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Member } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { type Typing, typingAt, whoFits } from './mentions'
import styles from './use-naming.module.css'

// Completes "@…" in a text field with the names of teammates. The focus stays in the field: the
// arrows choose, Enter or Tab takes, Escape leaves it as it is.
export function useNaming(members: readonly Member[], setText: (text: string) => void) {
  const { t } = useTranslation('inbox')
  const listId = useId()
  const [typing, setTyping] = useState<Typing | null>(null)
  const [at, setAt] = useState(0)
  const options = typing ? whoFits(members, typing.words) : []
  const active = Math.min(at, options.length - 1)
  const isOpen = options.length > 0

  const look = (field: HTMLTextAreaElement) => {
    setTyping(typingAt(field.value, field.selectionStart))
    setAt(0)
  }

  const take = (member: Member, field: HTMLTextAreaElement) => {
    if (!typing) return
    const end = typing.at + 1 + typing.words.length
    const before = `${field.value.slice(0, typing.at)}@${member.name} `
    // At once, within the key press: a letter typed next goes behind the name, and stays there.
    flushSync(() => {
      setText(before + field.value.slice(end).trimStart())
      setTyping(null)
    })
    field.setSelectionRange(before.length, before.length)
  }

  // True if the key was meant for the list.
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): boolean => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const chosen = options[active]
    if (!isOpen || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return false
    if (step) setAt((active + step + options.length) % options.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen)
      take(chosen, event.currentTarget)
    else if (event.key === 'Escape') setTyping(null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }

  const list = (
    <ul
      id={listId}
      // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a text field
      role="listbox"
      aria-label={t('mention.team')}
      className={styles.list}
      hidden={!isOpen}
      data-testid="naming"
    >
      {options.map((member, index) => (
        <li
          key={member.id}
          id={`${listId}-${index}`}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the list of a text field
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className={styles.option}
          // The field keeps its focus and its caret.
          onMouseDown={(event) => {
            event.preventDefault()
            const field = document.activeElement
            if (field instanceof HTMLTextAreaElement) take(member, field)
          }}
        >
          <Avatar name={member.name} seed={member.id} size={24} />
          <bdi>{member.name}</bdi>
        </li>
      ))}
    </ul>
  )

  return {
    list,
    look,
    onKeyDown,
    field: {
      'aria-autocomplete': 'list' as const,
      'aria-controls': isOpen ? listId : undefined,
      'aria-activedescendant': isOpen ? `${listId}-${active}` : undefined,
      onBlur: () => setTyping(null),
    },
  }
}

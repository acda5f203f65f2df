import { Skeleton, TextInput } from '@mantine/core'
import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findRow } from '@/api/conversations/cache'
import { createTag, tagColors, tagsQuery } from '@/api/tags'
import type { ConversationRow, TagRef } from '@/api/types'
import { Failure } from '@/ui/failure'
import { TagDot } from '@/ui/tag-chip'
import { sayFailure } from '@/ui/toast'
import { useVerbs } from '../verbs/use-verbs'
import { Ask } from './ask'
import type { DialogProps } from './dialogs'
import styles from './tag-dialog.module.css'

// Type to find, Enter to put on or take off, and what is not there yet is made on the spot.
export default function TagDialog({ rows, onClose }: DialogProps) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const tags = useQuery(tagsQuery)
  const verbs = useVerbs()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  // What was chosen here shows at once; the rows that came along are those of the opening.
  const [chosen, setChosen] = useState<Record<string, boolean>>({})
  const listId = useId()

  const words = typed.trim().toLocaleLowerCase()
  const found = (tags.data ?? []).filter((tag) => tag.name.toLocaleLowerCase().includes(words))
  const exists = found.some((tag) => tag.name.toLocaleLowerCase() === words)
  const offersNew = words !== '' && !exists && tags.isSuccess
  const options = found.length + (offersNew ? 1 : 0)
  const active = Math.min(at, Math.max(0, options - 1))

  const holders = (tag: TagRef) => {
    if (tag.id in chosen) return chosen[tag.id] ? rows.length : 0
    return rows.filter((row) => row.tags.some((one) => one.id === tag.id)).length
  }
  const fresh = (): readonly ConversationRow[] => rows.map((row) => findRow(cache, row.id) ?? row)
  const toggle = (tag: TagRef) => {
    const on = holders(tag) < rows.length
    setChosen((before) => ({ ...before, [tag.id]: on }))
    verbs.tag(fresh(), { id: tag.id, name: tag.name, color: tag.color }, on)
  }

  const make = useMutation({
    mutationFn: () =>
      createTag({
        name: typed.trim(),
        color: tagColors[((tags.data?.length ?? 0) % (tagColors.length - 1)) + 1] ?? 'gray',
      }),
    onSuccess: async (tag) => {
      setTyped('')
      setAt(0)
      toggle(tag)
      await cache.invalidateQueries({ queryKey: tagsQuery.queryKey })
    },
    onError: sayFailure,
  })
  const take = (index: number) => {
    const tag = found[index]
    if (tag) toggle(tag)
    else if (offersNew && !make.isPending) make.mutate()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && options > 0) {
      event.preventDefault()
      setAt((active + step + options) % options)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(active)
    }
  }

  return (
    <Ask title={t('tag.title', { count: rows.length })} onClose={onClose}>
      <TextInput
        role="combobox"
        aria-label={t('tag.find')}
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={options > 0 ? `${listId}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={t('tag.find')}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={onKeyDown}
        maxLength={40}
        data-autofocus
      />
      {tags.isPending ? (
        <Skeleton height={132} mt={12} />
      ) : !tags.data ? (
        <Failure error={tags.error} retry={() => void tags.refetch()} />
      ) : (
        <>
          {options === 0 && <p className={styles.none}>{t('tag.none')}</p>}
          <ul
            id={listId}
            className={styles.list}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the pattern of a combobox
            role="listbox"
            aria-label={t('tag.tags')}
            aria-multiselectable
          >
            {found.map((tag, index) => {
              const count = holders(tag)
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keys
                // biome-ignore lint/a11y/useFocusableInteractive: the field above holds the focus
                <li
                  key={tag.id}
                  id={`${listId}-${index}`}
                  // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see above
                  role="option"
                  aria-selected={count === rows.length}
                  data-active={index === active || undefined}
                  className={styles.option}
                  onClick={() => toggle(tag)}
                  ref={index === active ? intoView : undefined}
                >
                  <TagDot color={tag.color} />
                  <bdi className={styles.name}>{tag.name}</bdi>
                  {count === rows.length ? (
                    <IconCheck size={18} aria-hidden />
                  ) : count > 0 ? (
                    <>
                      <IconMinus size={18} aria-hidden />
                      <span className={styles.hidden}>{t('tag.some')}</span>
                    </>
                  ) : null}
                </li>
              )
            })}
            {offersNew && (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field above holds the focus
              <li
                id={`${listId}-${found.length}`}
                // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: see above
                role="option"
                aria-selected={false}
                data-active={active === found.length || undefined}
                className={styles.option}
                onClick={() => take(found.length)}
              >
                <IconPlus size={16} aria-hidden />
                <span className={styles.name}>{t('tag.make', { name: typed.trim() })}</span>
              </li>
            )}
          </ul>
        </>
      )}
    </Ask>
  )
}

function intoView(element: HTMLLIElement | null): void {
  element?.scrollIntoView({ block: 'nearest' })
}

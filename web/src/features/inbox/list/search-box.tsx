import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '@/ui/use-shortcuts'
import { useListChoice } from '../inbox-context'

export function SearchBox() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(filter.q ?? '')
  const search = useDebouncedCallback(
    (q: string) => show({ ...filter, q: q.trim() || undefined }),
    250,
  )
  const change = (value: string) => {
    setText(value)
    search(value)
  }

  // Another address, by the back button or a link, brings its own words.
  useEffect(() => {
    if (document.activeElement !== field.current) setText(filter.q ?? '')
  }, [filter.q])

  useShortcuts({ '/': () => field.current?.select() })

  return (
    <TextInput
      ref={field}
      type="search"
      role="searchbox"
      data-look="search"
      size="sm"
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        change('')
        event.currentTarget.blur()
      }}
      placeholder={t('search.placeholder')}
      aria-label={t('search.label')}
      leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
      rightSection={
        text && <CloseButton size="sm" aria-label={t('search.clear')} onClick={() => change('')} />
      }
    />
  )
}

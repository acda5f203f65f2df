import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Combobox.css'
import { Button, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type ArticleChoice, articleChoicesQuery } from '@/api/article-choices'
import { sayError } from '@/api/http'
import type { Id } from '@/api/types'

interface Props {
  label: string
  description?: string
  placeholder?: string
  value: Id | null
  onChange: (article: Id | null) => void
}

const none: readonly ArticleChoice[] = []

// Chooses an article by its title. Where there is none to choose, nothing is asked.
export function ArticlePicker({ label, description, placeholder, value, onChange }: Props) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ArticleChoice>()
  const searched = useDeferredValue(words === chosen?.title ? '' : words.trim())
  const query = useQuery({ ...articleChoicesQuery(searched), retry: false })
  const { error } = query
  const found = query.data ?? none
  const isAsked = error !== null || searched !== '' || chosen !== undefined
  if (found.length === 0 && !isAsked) return null
  const known = chosen && !found.some((one) => one.id === chosen.id) ? [chosen, ...found] : found
  return (
    <>
      <Select
        label={label}
        description={description}
        placeholder={placeholder}
        data={known.map(({ id, title }) => ({ value: id, label: title }))}
        filter={({ options }) => options}
        searchable
        clearable
        searchValue={words}
        onSearchChange={setWords}
        value={value}
        onChange={(id) => {
          setChosen(known.find((one) => one.id === id))
          onChange(id)
        }}
        maxDropdownHeight={220}
        error={error && sayError(error)}
      />
      {error && (
        <Button
          variant="subtle"
          size="compact-sm"
          mt={4}
          loading={query.isFetching}
          onClick={() => void query.refetch()}
        >
          {t('error.retry')}
        </Button>
      )}
    </>
  )
}

import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Combobox.css'
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { type ArticleChoice, articleChoicesQuery } from '@/api/article-choices'
import type { Id } from '@/api/types'

interface Props {
  label: string
  description?: string
  placeholder?: string
  value: Id | null
  onChange: (article: Id | null) => void
}

// Chooses an article by its title. Where there is none to choose, nothing is asked.
export function ArticlePicker({ label, description, placeholder, value, onChange }: Props) {
  const [words, setWords] = useState('')
  const [chosen, setChosen] = useState<ArticleChoice>()
  const searched = useDeferredValue(words === chosen?.title ? '' : words.trim())
  const { data: found } = useQuery({ ...articleChoicesQuery(searched), retry: false })
  if (!found || (found.length === 0 && !searched && !chosen)) return null
  const known = chosen && !found.some((one) => one.id === chosen.id) ? [chosen, ...found] : found
  return (
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
    />
  )
}

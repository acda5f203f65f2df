import { CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconCalendarDue, IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleFilter } from '@/api/knowledge/articles'
import { articleStatuses, type Category } from '@/api/knowledge/types'
import { useShortcuts } from '@/ui/use-shortcuts'
import { languageChoices } from '../shared/languages'
import styles from './list.module.css'
import { isNarrowed, useArticleFilter } from './use-article-filter'

interface Props {
  categories: readonly Category[]
  languages: readonly string[]
  toReview: number
}

// Narrows the list, by words and by what there is of each kind.
export function Filters({ categories, languages, toReview }: Props) {
  const { t } = useTranslation('knowledge')
  const { filter, show } = useArticleFilter()
  const due = filter.review === 'due'
  return (
    <search className={styles.filters} aria-label={t('filter.title')}>
      <Words />
      <Choice
        by="status"
        choices={articleStatuses.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      <Choice
        by="kind"
        choices={(['article', 'resource'] as const).map((value) => ({
          value,
          label: t(`filter.kinds.${value}`),
        }))}
      />
      {(categories.length > 0 || filter.category) && (
        <Choice
          by="category"
          choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {(languages.length > 1 || filter.language) && (
        <Choice by="language" choices={languageChoices(languages)} />
      )}
      {(toReview > 0 || due) && (
        <button
          type="button"
          className={styles.due}
          aria-pressed={due}
          onClick={() => show({ review: due ? undefined : 'due' })}
        >
          <IconCalendarDue size={17} stroke={1.7} aria-hidden />
          {t('filter.due', { count: toReview })}
        </button>
      )}
      {isNarrowed(filter) && (
        <button
          type="button"
          className={styles.clear}
          onClick={() =>
            show(Object.fromEntries(Object.keys(filter).map((key) => [key, undefined])))
          }
        >
          {t('filter.clear')}
        </button>
      )}
    </search>
  )
}

function Words() {
  const { t } = useTranslation('knowledge')
  const { filter, show } = useArticleFilter()
  const field = useRef<HTMLInputElement>(null)
  const [text, setText] = useState(filter.q ?? '')
  const search = useDebouncedCallback((q: string) => show({ q: q.trim() || undefined }), 200)
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
      className={styles.words}
      type="search"
      role="searchbox"
      value={text}
      placeholder={t('filter.words')}
      aria-label={t('filter.words')}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        change('')
        event.currentTarget.blur()
      }}
      leftSection={<IconSearch size={17} stroke={1.7} aria-hidden />}
      rightSection={
        text && (
          <CloseButton size="sm" aria-label={t('filter.noWords')} onClick={() => change('')} />
        )
      }
    />
  )
}

interface ChoiceProps {
  by: 'status' | 'kind' | 'category' | 'language'
  choices: readonly { value: string; label: string }[]
}

function Choice({ by, choices }: ChoiceProps) {
  const { t } = useTranslation('knowledge')
  const { filter, show } = useArticleFilter()
  const value = filter[by]
  // One that no longer is among them still narrows, and can be taken away.
  const strange = value && !choices.some((one) => one.value === value)
  return (
    <select
      className={styles.choice}
      aria-label={t(`filter.${by}`)}
      data-on={value ? true : undefined}
      value={value ?? ''}
      onChange={(event) =>
        show({ [by]: event.currentTarget.value || undefined } as Partial<ArticleFilter>)
      }
    >
      <option value="">{t(`filter.${by}`)}</option>
      {strange && <option value={value}>{value}</option>}
      {choices.map((one) => (
        <option key={one.value} value={one.value}>
          {one.label}
        </option>
      ))}
    </select>
  )
}

import { TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { categoriesQuery } from '@/api/knowledge/categories'
import { media } from '@/api/knowledge/types'
import { membersQuery } from '@/api/members'
import { fieldError } from '@/ui/form-error'
import { allLanguages, type Choice } from '../shared/languages'
import { DayField } from './day-field'
import styles from './editor.module.css'
import type { Written } from './written'

interface Props {
  written: Written
  error: unknown
  lacksUrl: boolean
  mayWrite: boolean
  onChange: (more: Partial<Written>) => void
}

// Where it belongs, in which language, who looks after it and when it is looked at again.
export function Facts({ written, error, lacksUrl, mayWrite, onChange }: Props) {
  const { t } = useTranslation('knowledge')
  const { data: categories = [] } = useQuery(categoriesQuery)
  const { data: members = [] } = useQuery(membersQuery)
  const { kind, category_id, language, owner_id, review_at, url, medium } = written
  return (
    <div className={styles.facts}>
      {kind === 'resource' && (
        <>
          <TextInput
            className={styles.url}
            label={t('editor.url')}
            type="url"
            inputMode="url"
            value={url}
            placeholder="https://"
            readOnly={!mayWrite}
            error={lacksUrl ? t('editor.urlMissing') : fieldError(error, 'url')}
            onChange={(event) => onChange({ url: event.currentTarget.value })}
          />
          <Pick
            label={t('editor.medium')}
            value={medium}
            choices={media.map((value) => ({ value, label: t(`medium.${value}`) }))}
            disabled={!mayWrite}
            onChange={(value) => onChange({ medium: media.find((one) => one === value) ?? 'page' })}
          />
        </>
      )}
      <Pick
        label={t('editor.category')}
        none={t('editor.noCategory')}
        value={category_id ?? ''}
        choices={categories.map(({ id, name }) => ({ value: id, label: name }))}
        disabled={!mayWrite}
        error={fieldError(error, 'category_id')}
        onChange={(value) => onChange({ category_id: value || null })}
      />
      <Pick
        label={t('editor.language')}
        value={language}
        choices={allLanguages([language])}
        disabled={!mayWrite}
        error={fieldError(error, 'language')}
        onChange={(value) => onChange({ language: value })}
      />
      <Pick
        label={t('editor.owner')}
        none={t('editor.noOwner')}
        value={owner_id ?? ''}
        choices={members.map(({ id, name }) => ({ value: id, label: name }))}
        disabled={!mayWrite}
        error={fieldError(error, 'owner_id')}
        onChange={(value) => onChange({ owner_id: value || null })}
      />
      <DayField
        label={t('editor.review')}
        at={review_at}
        readOnly={!mayWrite}
        error={fieldError(error, 'review_at')}
        onChange={(review_at) => onChange({ review_at })}
      />
    </div>
  )
}

interface PickProps {
  label: string
  value: string
  choices: readonly Choice[]
  // What none of them is called, where none is a choice.
  none?: string
  disabled: boolean
  error?: string
  onChange: (value: string) => void
}

function Pick({ label, value, choices, none, disabled, error, onChange }: PickProps) {
  const id = useId()
  const strange = value !== '' && !choices.some((one) => one.value === value)
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <select
        id={id}
        className={styles.pick}
        value={value}
        disabled={disabled}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${id}-why` : undefined}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {none !== undefined && <option value="">{none}</option>}
        {strange && <option value={value}>{value}</option>}
        {choices.map((one) => (
          <option key={one.value} value={one.value}>
            {one.label}
          </option>
        ))}
      </select>
      {error && (
        <p className={styles.why} id={`${id}-why`}>
          {error}
        </p>
      )}
    </div>
  )
}

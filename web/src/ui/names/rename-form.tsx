import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { longest } from './longest'
import styles from './names.module.css'

interface Props<T> {
  name: string
  onSave: (name: string) => Promise<T>
  onSaved: (saved: T) => void
  onCancel: () => void
  // What else can be changed, and whether it was.
  children?: ReactNode
  changed?: boolean
}

export function RenameForm<T>({ name: before, onSave, onSaved, onCancel, ...more }: Props<T>) {
  const { t } = useTranslation(['names', 'common'])
  const [typed, setTyped] = useState(before)
  const saving = useMutation({ mutationFn: onSave, onSuccess: onSaved })
  const name = typed.trim()
  const mayKeep = name !== '' && (name !== before || more.changed === true)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mayKeep) saving.mutate(name)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('name')}
        value={typed}
        maxLength={longest}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          saving.reset()
        }}
        error={saving.error ? sayError(saving.error) : undefined}
        autoFocus
      />
      {more.children}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={saving.isPending} disabled={!mayKeep}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}

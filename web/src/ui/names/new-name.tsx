import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { longest } from './longest'
import styles from './names.module.css'

interface Props<T> {
  example: string
  add: string
  onAdd: (name: string) => Promise<T>
  onAdded: (added: T) => void
  // What else is chosen for a new one.
  children?: ReactNode
}

// Adds a name to the list below it.
export function NewName<T>({ example, add, onAdd, onAdded, children }: Props<T>) {
  const { t } = useTranslation('names')
  const [name, setName] = useState('')
  const adding = useMutation({
    mutationFn: onAdd,
    onSuccess: (added) => {
      setName('')
      onAdded(added)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) adding.mutate(name.trim())
  }
  return (
    <form className={`${styles.card} ${styles.new}`} onSubmit={submit}>
      <div className={styles.inline}>
        <TextInput
          label={t('name')}
          placeholder={example}
          value={name}
          maxLength={longest}
          error={adding.error ? sayError(adding.error) : undefined}
          onChange={(event) => {
            setName(event.currentTarget.value)
            adding.reset()
          }}
        />
        <Button type="submit" loading={adding.isPending} disabled={!name.trim()}>
          {add}
        </Button>
      </div>
      {children}
    </form>
  )
}

import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { membersQuery } from '@/api/members'
import { changeName, sessionQuery } from '@/api/session'
import { say } from '@/ui/toast'
import styles from '../settings.module.css'

export function NameForm({ name: present }: { name: string }) {
  const { t } = useTranslation('team')
  const cache = useQueryClient()
  const [name, setName] = useState(present)
  const change = useMutation({
    mutationFn: changeName,
    onSuccess: (member) => {
      say(t('you.saved', { name: member.name }))
      cache.setQueryData(sessionQuery.queryKey, (before) => before && { ...before, member })
      void cache.invalidateQueries({ queryKey: membersQuery.queryKey })
    },
  })
  const changed = name.trim() !== '' && name.trim() !== present
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed) change.mutate(name.trim())
  }
  return (
    <section className={styles.card}>
      <form className={styles.inline} onSubmit={submit}>
        <TextInput
          label={t('you.name')}
          autoComplete="name"
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={change.isPending} disabled={!changed}>
          {t('you.save')}
        </Button>
      </form>
      {change.error && (
        <p role="alert" className={styles.error} style={{ marginTop: 12 }}>
          {sayError(change.error)}
        </p>
      )}
    </section>
  )
}

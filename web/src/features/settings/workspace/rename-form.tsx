import { Button, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { sessionQuery } from '@/api/session'
import { renameWorkspace, workspacesQuery } from '@/api/workspaces'
import { say } from '@/ui/toast'
import styles from '../settings.module.css'

export function RenameForm({ name: present }: { name: string }) {
  const { t } = useTranslation('team')
  const cache = useQueryClient()
  const [name, setName] = useState(present)
  const rename = useMutation({
    mutationFn: renameWorkspace,
    onSuccess: (workspace) => {
      say(t('workspace.saved', { name: workspace.name }))
      cache.setQueryData(sessionQuery.queryKey, (before) => before && { ...before, workspace })
      void cache.invalidateQueries({ queryKey: workspacesQuery.queryKey })
    },
  })
  const changed = name.trim() !== '' && name.trim() !== present
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed) rename.mutate(name.trim())
  }
  return (
    <section className={styles.card}>
      <form className={styles.inline} onSubmit={submit}>
        <TextInput
          label={t('workspace.name')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={rename.isPending} disabled={!changed}>
          {t('workspace.save')}
        </Button>
      </form>
      {rename.error && (
        <p role="alert" className={styles.error} style={{ marginTop: 12 }}>
          {sayError(rename.error)}
        </p>
      )}
    </section>
  )
}

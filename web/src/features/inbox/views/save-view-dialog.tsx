import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toSaved } from '@/api/conversations/to-saved'
import type { ListFilter } from '@/api/conversations/view'
import { sayError } from '@/api/http'
import { useMayWrite } from '@/api/session'
import { createView, viewsQuery } from '@/api/views'
import { Ask } from '../dialogs/ask'
import styles from '../dialogs/dialog.module.css'

// Gives the list as it is looked at now a name.
export default function SaveViewDialog({
  filter,
  onClose,
}: {
  filter: ListFilter
  onClose: () => void
}) {
  const { t } = useTranslation('inbox')
  const cache = useQueryClient()
  const navigate = useNavigate()
  const mayShare = useMayWrite()
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const save = useMutation({
    mutationFn: () => createView(toSaved(filter, name.trim(), shared)),
    onSuccess: async (view) => {
      await cache.invalidateQueries({ queryKey: viewsQuery.queryKey, refetchType: 'all' })
      onClose()
      await navigate({ to: '.', search: { saved: view.id }, replace: true })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) save.mutate()
  }
  return (
    <Ask title={t('saved.save')} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('saved.name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={save.error ? sayError(save.error) : undefined}
          maxLength={100}
          data-autofocus
        />
        {mayShare && (
          <Checkbox
            label={t('saved.share')}
            description={t('saved.shareHint')}
            checked={shared}
            onChange={(event) => setShared(event.currentTarget.checked)}
          />
        )}
        <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
          {t('saved.go')}
        </Button>
      </form>
    </Ask>
  )
}

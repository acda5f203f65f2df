import { Button, Modal, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/settings'
import { createWorkspace, goToWorkspace } from '@/api/workspaces'
import { fieldError, formError } from '@/ui/form-error'
import { useFocusReturn } from '@/ui/use-focus-return'
import settings from '../settings.module.css'

export default function NewWorkspaceDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['team', 'common'])
  useFocusReturn()
  const [name, setName] = useState('')
  const create = useMutation({
    mutationFn: async () => goToWorkspace((await createWorkspace(name.trim())).id),
  })
  const problem = formError(create.error, ['name'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) create.mutate()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('newWorkspace.title')}
      size={420}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form className={settings.form} onSubmit={submit}>
        <p className={settings.plain}>{t('newWorkspace.intro')}</p>
        <TextInput
          label={t('newWorkspace.name')}
          autoComplete="organization"
          maxLength={100}
          required
          withAsterisk={false}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(create.error, 'name')}
        />
        {problem && (
          <p role="alert" className={settings.error}>
            {problem}
          </p>
        )}
        <div className={settings.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" loading={create.isPending} disabled={!name.trim()}>
            {t('newWorkspace.go')}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

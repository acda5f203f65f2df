import { Button, Modal, NativeSelect, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMay, useWorkspace } from '@/api/session'
import { invitationsQuery, invite } from '@/api/team'
import type { Role } from '@/api/types'
import { fieldError, formError } from '@/ui/form-error'
import { useFocusReturn } from '@/ui/use-focus-return'
import settings from '../settings.module.css'
import { InviteLink } from './invite-link'
import { rolesFor } from './roles-for'

export default function InviteDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['team', 'common'])
  useFocusReturn()
  const cache = useQueryClient()
  const workspace = useWorkspace()
  const mayManageOwners = useMay('manage_owners')
  const [email, setEmail] = useState('')
  const [role, setRole] = useState<Role>('agent')
  const ask = useMutation({
    mutationFn: invite,
    onSuccess: () => void cache.invalidateQueries({ queryKey: invitationsQuery.queryKey }),
  })
  const problem = formError(ask.error, ['email', 'role'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate({ email: email.trim(), role })
  }
  const link = ask.data

  return (
    <Modal
      opened
      onClose={onClose}
      title={t('invite.title', { workspace: workspace.name })}
      size={480}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {link ? (
        <div className={settings.form}>
          <InviteLink invitation={link} />
          <div className={settings.buttons}>
            <Button onClick={onClose}>{t('invite.done')}</Button>
          </div>
        </div>
      ) : (
        <form className={settings.form} onSubmit={submit}>
          <TextInput
            label={t('invite.email')}
            type="email"
            autoComplete="off"
            required
            withAsterisk={false}
            data-autofocus
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
            error={fieldError(ask.error, 'email')}
          />
          <NativeSelect
            label={t('invite.role')}
            description={t(`roles.plain.${role}`)}
            value={role}
            data={rolesFor(mayManageOwners).map((value) => ({ value, label: t(`role.${value}`) }))}
            onChange={(event) => setRole(event.currentTarget.value as Role)}
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
            <Button type="submit" loading={ask.isPending}>
              {t('invite.go')}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}

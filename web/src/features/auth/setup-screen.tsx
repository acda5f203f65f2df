import { Button, PasswordInput, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { setUp } from '@/api/session'
import { fieldError, formError } from '@/ui/form-error'
import { Door } from './door'
import styles from './door.module.css'
import { useEnter } from './use-enter'

const route = getRouteApi('/setup')
const fields = ['code', 'workspace', 'name', 'email', 'password'] as const
type Field = (typeof fields)[number]

// The first run: whoever holds the code from the server's own log becomes the owner.
export function SetupScreen() {
  const { t } = useTranslation('auth')
  const { code } = route.useSearch()
  const [form, setForm] = useState({
    code: code ?? '',
    workspace: '',
    name: '',
    email: '',
    password: '',
  })
  const enter = useEnter(setUp)
  const problem = formError(enter.error, fields)

  const bind = (field: Field) => ({
    label: t(field),
    required: true,
    withAsterisk: false,
    value: form[field],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      const { value } = event.currentTarget
      setForm((before) => ({ ...before, [field]: value }))
    },
    error: fieldError(enter.error, field),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate(form)
  }

  return (
    <Door title={t('setup.title')} intro={t('setup.intro')}>
      <form className={styles.form} onSubmit={submit}>
        {!code && (
          <TextInput
            {...bind('code')}
            description={t('setup.codeHint')}
            autoComplete="one-time-code"
          />
        )}
        <TextInput
          {...bind('workspace')}
          description={t('setup.workspaceHint')}
          autoComplete="organization"
        />
        <TextInput {...bind('name')} autoComplete="name" />
        <TextInput {...bind('email')} type="email" autoComplete="username" />
        <PasswordInput
          {...bind('password')}
          autoComplete="new-password"
          description={t('setup.passwordHint')}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
        />
        {problem && (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
        <Button type="submit" size="md" loading={enter.isPending}>
          {t('setup.go')}
        </Button>
      </form>
    </Door>
  )
}

import { Button, PasswordInput, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { signIn } from '@/api/session'
import { fieldError, formError } from '@/ui/form-error'
import { Door } from './door'
import styles from './door.module.css'
import { useEnter } from './use-enter'

export function SignInScreen() {
  const { t } = useTranslation('auth')
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const enter = useEnter(signIn)
  const problem = formError(enter.error, ['email', 'password'])

  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate({ email: email.trim(), password })
  }

  return (
    <Door title={t('signIn.title')} intro={t('signIn.intro')}>
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fieldError(enter.error, 'email')}
        />
        <PasswordInput
          label={t('password')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
          error={fieldError(enter.error, 'password')}
        />
        {problem && (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
        <Button type="submit" size="md" loading={enter.isPending}>
          {t('signIn.go')}
        </Button>
      </form>
    </Door>
  )
}

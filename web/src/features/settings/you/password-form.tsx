import { Button, PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changePassword, useMe } from '@/api/session'
import { fieldError, formError } from '@/ui/form-error'
import { say } from '@/ui/toast'
import styles from '../settings.module.css'

export function PasswordForm() {
  const { t } = useTranslation('team')
  const me = useMe()
  const [present, setPresent] = useState('')
  const [wanted, setWanted] = useState('')
  const change = useMutation({
    mutationFn: changePassword,
    onSuccess: () => {
      setPresent('')
      setWanted('')
      say(t('you.changed'))
    },
  })
  const problem = formError(change.error, ['present', 'wanted'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    change.mutate({ present, wanted })
  }
  const toggle = { 'aria-label': t('you.show') }
  return (
    <section className={styles.card} aria-labelledby="password">
      <h3 className={styles.label} id="password">
        {t('you.password')}
      </h3>
      <form className={styles.form} onSubmit={submit}>
        {/* Password managers file the new one under this. */}
        <input type="email" autoComplete="username" value={me.email} readOnly hidden />
        <PasswordInput
          label={t('you.present')}
          autoComplete="current-password"
          required
          withAsterisk={false}
          value={present}
          onChange={(event) => setPresent(event.currentTarget.value)}
          visibilityToggleButtonProps={toggle}
          error={fieldError(change.error, 'present')}
        />
        <PasswordInput
          label={t('you.wanted')}
          description={t('you.hint')}
          autoComplete="new-password"
          required
          withAsterisk={false}
          value={wanted}
          onChange={(event) => setWanted(event.currentTarget.value)}
          visibilityToggleButtonProps={toggle}
          error={fieldError(change.error, 'wanted')}
        />
        {problem && (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
        <div className={styles.buttons}>
          <Button type="submit" loading={change.isPending} disabled={!present || !wanted}>
            {t('you.change')}
          </Button>
        </div>
      </form>
    </section>
  )
}

// The door for who was invited: what the link leads to, a name, a password.

import { Button, PasswordInput, Skeleton, TextInput } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { join, lookAtInvitation, sessionQuery } from '@/api/session'
import type { OpenInvitation } from '@/api/types'
import { fieldError, formError } from '@/ui/form-error'
import { Door } from './door'
import styles from './door.module.css'
import { useEnter } from './use-enter'

export function JoinScreen() {
  const { t } = useTranslation(['auth', 'common'])
  const cache = useQueryClient()
  const [secret] = useState(() => window.location.hash.slice(1))
  const invitation = useQuery({
    queryKey: ['invitation', secret],
    queryFn: async () => {
      // Who is signed in with the invited address proves it by the session's csrf, not by a password.
      await cache.ensureQueryData(sessionQuery)
      return lookAtInvitation(secret)
    },
    enabled: secret !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  if (secret === '' || invitation.isError) {
    return (
      <Door
        title={t('join.dead')}
        intro={secret === '' ? t('join.half') : sayError(invitation.error)}
      >
        <div className={styles.form}>
          {secret !== '' && (
            <Button variant="default" size="md" onClick={() => void invitation.refetch()}>
              {t('common:error.retry')}
            </Button>
          )}
          <Button component={Link} to="/sign-in" variant="subtle" size="md">
            {t('join.signIn')}
          </Button>
        </div>
      </Door>
    )
  }
  if (!invitation.data) {
    return (
      <Door title={t('join.wait')} intro="">
        <Skeleton height={220} radius={8} role="status" aria-label={t('common:loading')} />
      </Door>
    )
  }
  return <JoinForm secret={secret} invitation={invitation.data} />
}

function JoinForm({ secret, invitation }: { secret: string; invitation: OpenInvitation }) {
  const { t } = useTranslation('auth')
  const { workspace, by_name, role, email, my_name } = invitation
  const [name, setName] = useState(my_name ?? '')
  const [password, setPassword] = useState('')
  const enter = useEnter(join)
  const problem = formError(enter.error, ['name', 'password'])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    enter.mutate({ secret, name: name.trim(), ...(my_name === null && { password }) })
  }
  return (
    <Door
      title={t('join.title', { workspace })}
      intro={[
        by_name ? t('join.invited', { name: by_name }) : t('join.asked'),
        t(`join.role.${role}`),
      ].join(' ')}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('email')}
          type="email"
          autoComplete="username"
          value={email}
          readOnly
          description={my_name === null ? undefined : t('join.mine')}
        />
        <TextInput
          label={t('name')}
          autoComplete="name"
          required
          withAsterisk={false}
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={fieldError(enter.error, 'name')}
        />
        {my_name === null && (
          <PasswordInput
            label={t('password')}
            autoComplete="new-password"
            description={t('join.passwordHint')}
            required
            withAsterisk={false}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
            visibilityToggleButtonProps={{ 'aria-label': t('showPassword') }}
            error={fieldError(enter.error, 'password')}
          />
        )}
        {problem && (
          <p role="alert" className={styles.error}>
            {problem}
          </p>
        )}
        <Button type="submit" size="md" loading={enter.isPending}>
          {t('join.go')}
        </Button>
      </form>
    </Door>
  )
}

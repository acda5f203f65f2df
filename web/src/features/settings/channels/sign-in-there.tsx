import { Button, TextInput } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginSignIn, channelsQuery, finishSignIn } from '@/api/channels'
import type { Channel } from '@/api/types'
import { fieldError, formError } from '@/ui/form-error'
import { safeUrl } from '@/ui/networks'
import settings from '../settings.module.css'
import styles from './connect-dialog.module.css'

interface Props {
  begin: Parameters<typeof beginSignIn>[0]
  children: (error: unknown) => ReactNode
  onDone: (channel: Channel) => void
  onClose: () => void
}

// Signing in on a network's own page. It sends this browser back with a code (come-back.tsx), or shows
// the code, and a person brings it here.
export function SignInThere({ begin, children, onDone, onClose }: Props) {
  const { t } = useTranslation(['settings', 'common'])
  const cache = useQueryClient()
  const [byHand, setByHand] = useState(false)
  const [code, setCode] = useState('')
  const start = useMutation({
    mutationFn: beginSignIn,
    onSuccess: (begun) => {
      const address = safeUrl(begun.address)
      if (address && !begun.shows_code) window.location.assign(address)
    },
  })
  const finish = useMutation({
    mutationFn: finishSignIn,
    onSuccess: (channel) => {
      void cache.invalidateQueries({ queryKey: channelsQuery.queryKey })
      onDone(channel)
    },
  })
  const begun = start.data?.shows_code ? start.data : null
  // It was begun too long ago, or by somebody else: a code will not help any more.
  const isOver = begun !== null && fieldError(finish.error, 'state') !== undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isOver) {
      setCode('')
      finish.reset()
      start.reset()
    } else if (begun) finish.mutate({ state: begun.state, code: code.trim() })
    else start.mutate({ ...begin, shows_code: byHand })
  }
  const problem = begun ? formError(finish.error, ['code']) : formError(start.error, ['service'])

  return (
    <form className={settings.form} onSubmit={submit}>
      {begun ? (
        <>
          <p className={styles.intro}>{t('there.open')}</p>
          <Button
            component="a"
            href={safeUrl(begun.address) ?? undefined}
            target="_blank"
            rel="noopener noreferrer"
            variant="default"
            rightSection={<IconExternalLink size={17} stroke={1.8} aria-hidden />}
          >
            {t('there.openPage')}
          </Button>
          <TextInput
            label={t('there.code')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            required={!isOver}
            disabled={isOver}
            withAsterisk={false}
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
            error={fieldError(finish.error, 'code')}
          />
        </>
      ) : (
        <>
          {children(start.error)}
          <label className={styles.byHand}>
            <input
              type="checkbox"
              checked={byHand}
              onChange={(event) => setByHand(event.currentTarget.checked)}
            />
            <span>
              {t('there.byHand')}
              <span className={settings.small}>{t('there.byHandHint')}</span>
            </span>
          </label>
        </>
      )}
      {problem && (
        <p role="alert" className={settings.error}>
          {problem}
        </p>
      )}
      <div className={settings.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button
          type="submit"
          // The browser is on its way out until it has left.
          loading={start.isPending || finish.isPending || (start.isSuccess && !begun)}
        >
          {t(isOver ? 'there.anew' : begun ? 'connect.go' : 'there.go')}
        </Button>
      </div>
    </form>
  )
}

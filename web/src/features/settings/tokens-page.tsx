import { Button, Skeleton, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { createToken, deleteToken, tokensQuery } from '@/api/tokens'
import type { Token } from '@/api/types'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { say, sayFailure } from '@/ui/toast'
import { When } from '@/ui/when'
import { NewToken } from './new-token'
import styles from './settings.module.css'

export function TokensPage() {
  const { t } = useTranslation(['settings', 'common'])
  const tokens = useQuery(tokensQuery)
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const create = useMutation({
    mutationFn: createToken,
    onSuccess: () => {
      setName('')
      void cache.invalidateQueries({ queryKey: tokensQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) create.mutate(name.trim())
  }

  return (
    <>
      <h2 className={styles.title}>{t('tokens.title')}</h2>
      <p className={styles.intro}>{t('tokens.intro')}</p>
      <section className={styles.card}>
        <form className={styles.inline} onSubmit={submit}>
          <TextInput
            label={t('tokens.name')}
            placeholder={t('tokens.example')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={create.isPending} disabled={!name.trim()}>
            {t('tokens.create')}
          </Button>
        </form>
        {create.error && (
          <p role="alert" className={styles.error} style={{ marginTop: 12 }}>
            {sayError(create.error)}
          </p>
        )}
        {create.data && <NewToken secret={create.data.secret} />}
      </section>
      {tokens.isPending ? (
        <Skeleton height={120} radius={14} role="status" aria-label={t('common:loading')} />
      ) : !tokens.data ? (
        <Failure error={tokens.error} retry={() => void tokens.refetch()} />
      ) : tokens.data.length === 0 ? (
        <Empty icon={<IconKey size={26} stroke={1.6} />} title={t('tokens.empty')}>
          {t('tokens.emptyHint')}
        </Empty>
      ) : (
        <section className={styles.card}>
          <ul className={styles.tokens}>
            {tokens.data.map((token) => (
              <TokenRow key={token.id} token={token} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function TokenRow({ token }: { token: Token }) {
  const { t } = useTranslation(['settings', 'common'])
  const cache = useQueryClient()
  const [sure, setSure] = useState(false)
  const remove = useMutation({
    mutationFn: () => deleteToken(token.id),
    onSuccess: () => say(t('tokens.deleted', { name: token.name })),
    onError: sayFailure,
    onSettled: () => cache.invalidateQueries({ queryKey: tokensQuery.queryKey }),
  })
  return (
    <li className={styles.token}>
      <div className={styles.tokenText}>
        <p>{token.name}</p>
        <p className={styles.small}>
          {t('tokens.made')} <When at={token.created_at} /> ·{' '}
          {token.last_used_at ? (
            <>
              {t('tokens.used')} <When at={token.last_used_at} />
            </>
          ) : (
            t('tokens.unused')
          )}
        </p>
      </div>
      <Button
        variant={sure ? 'light' : 'subtle'}
        color={sure ? 'red' : 'gray'}
        size="compact-md"
        loading={remove.isPending}
        onClick={() => (sure ? remove.mutate() : setSure(true))}
        onBlur={() => setSure(false)}
        aria-label={t('tokens.deleteNamed', { name: token.name })}
      >
        {sure ? t('tokens.deleteSure') : t('tokens.delete')}
      </Button>
    </li>
  )
}

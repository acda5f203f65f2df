import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Combobox.css'
import { ActionIcon, Button, Menu, Select, Skeleton, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { addReason, mergeReason, renameReason } from '@/api/reading'
import { reasonsKey, reasonsQuery } from '@/api/reasons'
import { useMayManage, useMayWrite } from '@/api/session'
import type { Reason } from '@/api/types'
import { Failure } from '@/ui/failure'
import { say, sayFailure } from '@/ui/toast'
import styles from './reasons.module.css'

// The reasons a team tells apart: better names, new ones, two that are the same.
export function ManageReasons() {
  const { t } = useTranslation(['reasons', 'common'])
  const reasons = useQuery(reasonsQuery)
  const mayWrite = useMayWrite()
  const all = reasons.data ?? []
  const standing = all.filter((one) => !one.merged_into)
  return (
    <section aria-labelledby="manage-reasons">
      <h2 className={styles.heading} id="manage-reasons">
        {t('manage.title')}
      </h2>
      {mayWrite && <p className={styles.intro}>{t('manage.intro')}</p>}
      {mayWrite && <NewReason />}
      {reasons.isPending ? (
        <Skeleton height={240} radius={14} role="status" aria-label={t('common:loading')} />
      ) : reasons.isError ? (
        <Failure error={reasons.error} retry={() => void reasons.refetch()} />
      ) : (
        <ul className={`${styles.card} ${styles.list}`} data-testid="all-reasons">
          {standing.map((reason) => (
            <Row
              key={reason.key}
              reason={reason}
              tells={all.filter((one) => one.merged_into === reason.key)}
              others={standing.filter((one) => one !== reason)}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function useAgain(onDone: () => void) {
  const cache = useQueryClient()
  return () => {
    onDone()
    void cache.invalidateQueries({ queryKey: reasonsKey })
    void cache.invalidateQueries({ queryKey: ['conversations'] })
  }
}

function NewReason() {
  const { t } = useTranslation('reasons')
  const [name, setName] = useState('')
  const again = useAgain(() => setName(''))
  const add = useMutation({
    mutationFn: addReason,
    onSuccess: (reason) => {
      again()
      say(t('manage.added', { name: reason.name }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) add.mutate(name.trim())
  }
  return (
    <form className={`${styles.card} ${styles.inline}`} onSubmit={submit}>
      <TextInput
        label={t('manage.name')}
        placeholder={t('manage.example')}
        value={name}
        maxLength={100}
        error={add.error ? sayError(add.error) : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value)
          add.reset()
        }}
      />
      <Button type="submit" loading={add.isPending} disabled={!name.trim()}>
        {t('manage.add')}
      </Button>
    </form>
  )
}

interface RowProps {
  reason: Reason
  // Those that are told as this one.
  tells: readonly Reason[]
  others: readonly Reason[]
}

function Row({ reason, tells, others }: RowProps) {
  const { t } = useTranslation('reasons')
  const mayWrite = useMayWrite()
  const mayManage = useMayManage()
  const [open, setOpen] = useState<'rename' | 'merge' | null>(null)
  const close = () => setOpen(null)
  const small = [
    !reason.builtin && t('manage.own'),
    tells.length > 0 &&
      t('manage.tells', { count: tells.length, names: tells.map((one) => one.name).join(', ') }),
  ].filter(Boolean)
  return (
    <li className={styles.row}>
      <div className={styles.line}>
        <p className={styles.text}>
          <bdi>{reason.name}</bdi>
          {small.length > 0 && <span className={styles.small}>{small.join(' · ')}</span>}
        </p>
        {mayWrite && (
          <Menu position="bottom-end" width={220}>
            <Menu.Target>
              <ActionIcon size={44} aria-label={t('manage.more', { name: reason.name })}>
                <IconDots size={20} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpen('rename')}>{t('manage.rename')}</Menu.Item>
              {mayManage && others.length > 0 && (
                <Menu.Item onClick={() => setOpen('merge')}>{t('manage.merge')}</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {open === 'rename' && <Rename reason={reason} onDone={close} />}
      {open === 'merge' && <Merge reason={reason} others={others} onDone={close} />}
    </li>
  )
}

function Rename({ reason, onDone }: { reason: Reason; onDone: () => void }) {
  const { t } = useTranslation(['reasons', 'common'])
  const [name, setName] = useState(reason.name)
  const again = useAgain(onDone)
  const save = useMutation({
    mutationFn: () => renameReason(reason.key, name.trim()),
    onSuccess: (renamed) => {
      again()
      say(t('manage.renamed', { name: renamed.name }))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) save.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('manage.name')}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
        error={save.error ? sayError(save.error) : undefined}
        autoFocus
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button
          type="submit"
          loading={save.isPending}
          disabled={!name.trim() || name.trim() === reason.name}
        >
          {t('manage.save')}
        </Button>
      </div>
    </form>
  )
}

// Merging cannot be taken back, so it asks.
function Merge({ reason, others, onDone }: Omit<RowProps, 'tells'> & { onDone: () => void }) {
  const { t } = useTranslation(['reasons', 'common'])
  const [into, setInto] = useState<string | null>(null)
  const again = useAgain(onDone)
  const merge = useMutation({
    mutationFn: (key: string) => mergeReason(reason.key, key),
    onError: sayFailure,
    onSuccess: (kept) => {
      again()
      say(t('manage.merged', { from: reason.name, into: kept.name }))
    },
  })
  return (
    <div className={styles.form}>
      <Select
        label={t('manage.into')}
        description={t('manage.mergeHint', { name: reason.name })}
        data={others.map((other) => ({ value: other.key, label: other.name }))}
        value={into}
        onChange={setInto}
        searchable
        autoFocus
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={!into}
          loading={merge.isPending}
          onClick={() => into && merge.mutate(into)}
        >
          {t('manage.mergeGo')}
        </Button>
      </div>
    </div>
  )
}

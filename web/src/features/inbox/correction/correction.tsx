import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { IconCheck, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import '@/i18n/correction'
import { intents, sentiments } from '@/api/conversations/view'
import { sayError } from '@/api/http'
import { addReason } from '@/api/reading'
import { reasonsQuery } from '@/api/reasons'
import type { Id, Intent, Reading, Reason } from '@/api/types'
import styles from './correction.module.css'
import { useCorrect } from './use-correct'

export type Part = Reading['corrected'][number]

export interface CorrectionProps {
  reading: Reading
  conversation: Id
  post: Id
  // The part of the reading that was pressed; none: all of it.
  part: Part | null
  onClose: () => void
}

// What was read is wrong? One click says what is right.
export default function CorrectionBox({
  reading,
  conversation,
  post,
  part,
  onClose,
}: CorrectionProps) {
  const { t } = useTranslation('correction')
  const { correct, forget } = useCorrect(conversation, post)
  const shows = (one: Part) => part === null || part === one
  return (
    <Popover
      opened
      onChange={(opened) => opened || onClose()}
      position="bottom-start"
      width={264}
      shadow="md"
      trapFocus
      withRoles={false}
    >
      <Popover.Target>
        <span className={styles.anchor} />
      </Popover.Target>
      <Popover.Dropdown className={styles.box} role="dialog" aria-label={t('label')}>
        {shows('sentiment') && (
          <Sentiments
            reading={reading}
            onChoose={(sentiment) => {
              correct({ sentiment })
              onClose()
            }}
          />
        )}
        {shows('intents') && (
          <Intents reading={reading} onChange={(chosen) => correct({ intents: chosen })} />
        )}
        {shows('reasons') && (
          <Reasons reading={reading} onChange={(chosen) => correct({ reasons: chosen })} />
        )}
        {reading.corrected.length > 0 && (
          <button
            type="button"
            className={styles.forget}
            onClick={() => {
              forget()
              onClose()
            }}
          >
            {t('forget')}
          </button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{title}</legend>
      {children}
    </fieldset>
  )
}

function Sentiments({
  reading,
  onChoose,
}: {
  reading: Reading
  onChoose: (sentiment: (typeof sentiments)[number]) => void
}) {
  const { t } = useTranslation(['correction', 'inbox'])
  return (
    <Group title={t('sentiment')}>
      {sentiments.map((one) => {
        const now = reading.sentiment?.label === one
        return (
          <button
            key={one}
            type="button"
            className={styles.choice}
            aria-pressed={now}
            onClick={() => onChoose(one)}
          >
            <Tick on={now} />
            {t(`inbox:reading.sentiment.${one}`)}
          </button>
        )
      })}
    </Group>
  )
}

function Intents({
  reading,
  onChange,
}: {
  reading: Reading
  onChange: (chosen: Intent[]) => void
}) {
  const { t } = useTranslation(['correction', 'inbox'])
  const chosen = reading.intents.map((one) => one.label)
  return (
    <Group title={t('intents')}>
      {intents.map((one) => (
        <Ticked key={one} on={chosen.includes(one)} onToggle={() => onChange(toggled(chosen, one))}>
          {t(`inbox:reading.intent.${one}`)}
        </Ticked>
      ))}
    </Group>
  )
}

function Reasons({
  reading,
  onChange,
}: {
  reading: Reading
  onChange: (chosen: string[]) => void
}) {
  const { t } = useTranslation('correction')
  const { data: reasons = [], isPending, isError, error } = useQuery(reasonsQuery)
  const chosen = reading.reasons.map((one) => one.key)
  const standing = reasons.filter((one) => !one.merged_into)
  return (
    <Group title={t('reasons')}>
      {isPending && <p className={styles.small}>{t('reasonsComing')}</p>}
      {isError && <p className={styles.small}>{sayError(error)}</p>}
      {standing.map(({ key, name }) => (
        <Ticked key={key} on={chosen.includes(key)} onToggle={() => onChange(toggled(chosen, key))}>
          <bdi>{name}</bdi>
        </Ticked>
      ))}
      {!isPending && !isError && (
        <NewReason
          known={standing}
          onReason={(key) => chosen.includes(key) || onChange([...chosen, key])}
        />
      )}
    </Group>
  )
}

// A reason that is there already, whatever its case, is the one that is meant.
function NewReason({
  known,
  onReason,
}: {
  known: readonly Reason[]
  onReason: (key: string) => void
}) {
  const { t } = useTranslation('correction')
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: addReason,
    onSuccess: (reason) => {
      setName('')
      cache.setQueryData<{ items: Reason[] }>(
        reasonsQuery.queryKey,
        (all) => all && { items: [...all.items, reason] },
      )
      onReason(reason.key)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const wanted = name.trim()
    if (!wanted) return
    const same = known.find((one) => one.name.toLowerCase() === wanted.toLowerCase())
    if (!same) return add.mutate(wanted)
    setName('')
    onReason(same.key)
  }
  return (
    <form onSubmit={submit} className={styles.add}>
      <TextInput
        size="sm"
        value={name}
        maxLength={100}
        placeholder={t('add')}
        aria-label={t('addLabel')}
        error={add.error ? sayError(add.error) : undefined}
        onChange={(event) => {
          setName(event.currentTarget.value)
          add.reset()
        }}
        rightSection={
          <ActionIcon
            type="submit"
            aria-label={t('addGo')}
            disabled={!name.trim()}
            loading={add.isPending}
          >
            <IconPlus size={17} stroke={1.7} />
          </ActionIcon>
        }
      />
    </form>
  )
}

function Ticked({
  on,
  onToggle,
  children,
}: {
  on: boolean
  onToggle: () => void
  children: ReactNode
}) {
  return (
    <label className={styles.choice}>
      <input type="checkbox" className={styles.hidden} checked={on} onChange={onToggle} />
      <Tick on={on} />
      {children}
    </label>
  )
}

const Tick = ({ on }: { on: boolean }) => (
  <span className={styles.tick} data-on={on || undefined} aria-hidden>
    {on && <IconCheck size={13} stroke={2.6} />}
  </span>
)

function toggled<T>(all: readonly T[], one: T): T[] {
  return all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
}

import { Button, Modal, TextInput } from '@mantine/core'
import { IconCheck, IconPencil, IconSend } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { bringBack, remediesKey, setAside } from '@/api/remedies'
import type { Remedy, RemedyPerson } from '@/api/types'
import { Avatar } from '@/ui/avatar'
import { directionOf } from '@/ui/direction'
import { sayFailure } from '@/ui/toast'
import { useFocusReturn } from '@/ui/use-focus-return'
import { When } from '@/ui/when'
import styles from './remedies.module.css'

interface Props {
  remedy: Remedy
  person: RemedyPerson
  mayWrite: boolean
  onAnswer: (person: RemedyPerson) => void
}

// One of those who raised it: what they said, whether they know, and the way to their thread.
export function PersonRow({ remedy, person, mayWrite, onAnswer }: Props) {
  const { t } = useTranslation('remedies')
  const id = useId()
  const { account, aside } = person
  const name = account.name || account.handle
  const mayChange = mayWrite && !remedy.closed_at && person.told !== 'sent'
  return (
    <li className={styles.person} data-told={person.told} data-aside={Boolean(aside) || undefined}>
      <button
        type="button"
        className={styles.open}
        onClick={() => onAnswer(person)}
        aria-label={t(person.told === 'sent' || !mayWrite ? 'look' : 'open', { name })}
        aria-describedby={`${id}-said ${id}-aside ${id}-told`}
      >
        <Avatar
          name={name}
          seed={account.id}
          url={account.avatar_url}
          network={account.network}
          size={40}
        />
        <span className={styles.said}>
          <span className={styles.line}>
            <bdi className={styles.name}>{name}</bdi>
            <When at={person.said_at} short className={styles.quiet} />
          </span>
          <span className={styles.words} dir={directionOf(person.excerpt)} id={`${id}-said`}>
            {person.excerpt}
          </span>
          {aside && (
            <span className={styles.quiet} id={`${id}-aside`}>
              {t('aside.is', { name: aside.by?.name ?? '', reason: aside.reason })}
            </span>
          )}
        </span>
        <Standing person={person} id={`${id}-told`} />
      </button>
      {mayChange && <AsideButton remedy={remedy} person={person} name={name} />}
    </li>
  )
}

function Standing({ person: { told, told_at, aside }, id }: { person: RemedyPerson; id: string }) {
  const { t } = useTranslation('remedies')
  if (aside && told === 'no') return <span className={styles.told} id={id} />
  const icons = { sent: IconCheck, sending: IconSend, draft: IconPencil, no: null }
  const Icon = icons[told]
  return (
    <span className={styles.told} id={id} data-testid="told">
      {Icon && <Icon size={16} stroke={1.9} aria-hidden />}
      {t(`told.${told}`)} {told_at && <When at={told_at} short />}
    </span>
  )
}

function AsideButton({
  remedy,
  person,
  name,
}: Omit<Props, 'mayWrite' | 'onAnswer'> & { name: string }) {
  const { t } = useTranslation('remedies')
  const [asking, setAsking] = useState(false)
  const cache = useQueryClient()
  const change = useMutation({
    mutationFn: (why: string) =>
      why ? setAside(remedy.id, person.person_id, why) : bringBack(remedy.id, person.person_id),
    onSuccess: () => {
      setAsking(false)
      return cache.invalidateQueries({ queryKey: remediesKey })
    },
    onError: sayFailure,
  })
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        className={styles.asideButton}
        aria-label={t(person.aside ? 'aside.backOf' : 'aside.of', { name })}
        onClick={() => (person.aside ? change.mutate('') : setAsking(true))}
      >
        {t(person.aside ? 'aside.back' : 'aside.action')}
      </Button>
      {asking && (
        <AsideDialog
          name={name}
          isPending={change.isPending}
          onWhy={(why) => change.mutate(why)}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

interface DialogProps {
  name: string
  isPending: boolean
  onWhy: (why: string) => void
  onClose: () => void
}

function AsideDialog({ name, isPending, onWhy, onClose }: DialogProps) {
  const { t } = useTranslation(['remedies', 'common'])
  const [why, setWhy] = useState('')
  useFocusReturn()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (why.trim()) onWhy(why.trim())
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('aside.title', { name })}
      size={420}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <form className={styles.form} onSubmit={submit}>
        <TextInput
          label={t('aside.why')}
          description={t('aside.hint')}
          maxLength={500}
          required
          withAsterisk={false}
          value={why}
          onChange={(event) => setWhy(event.currentTarget.value)}
          data-autofocus
        />
        <Button type="submit" loading={isPending} disabled={!why.trim()}>
          {t('aside.go')}
        </Button>
      </form>
    </Modal>
  )
}

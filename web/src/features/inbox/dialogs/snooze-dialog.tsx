import { Button, TextInput } from '@mantine/core'
import { IconCalendar, IconCalendarWeek, IconCoffee, IconSunrise } from '@tabler/icons-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayWhen } from '@/ui/time'
import { snoozeTimes, toLocalInput } from '../verbs/snooze-times'
import { useVerbs } from '../verbs/use-verbs'
import { Ask } from './ask'
import { Choices } from './choices'
import styles from './dialog.module.css'
import type { DialogProps } from './dialogs'

export default function SnoozeDialog({ rows, onClose }: DialogProps) {
  const { t } = useTranslation('inbox')
  const verbs = useVerbs()
  const [picking, setPicking] = useState(false)
  const now = new Date()
  const times = snoozeTimes(now)
  const until = (at: Date) => {
    onClose()
    verbs.snooze(rows, at.toISOString())
  }
  const choice = (id: keyof typeof times, Icon: typeof IconCoffee) => ({
    id,
    label: t(`snooze.${id}`),
    detail: sayWhen(times[id].toISOString(), now.getTime()),
    icon: <Icon size={20} stroke={1.6} aria-hidden />,
    choose: () => until(times[id]),
  })

  return (
    <Ask title={t('snooze.title')} onClose={onClose}>
      {picking ? (
        <PickTime start={times.tomorrow} onPick={until} />
      ) : (
        <Choices
          label={t('snooze.title')}
          choices={[
            choice('later', IconCoffee),
            choice('tomorrow', IconSunrise),
            choice('nextWeek', IconCalendarWeek),
            {
              id: 'pick',
              label: t('snooze.pick'),
              icon: <IconCalendar size={20} stroke={1.6} aria-hidden />,
              choose: () => setPicking(true),
            },
          ]}
        />
      )}
    </Ask>
  )
}

function PickTime({ start, onPick }: { start: Date; onPick: (at: Date) => void }) {
  const { t } = useTranslation('inbox')
  const [text, setText] = useState(toLocalInput(start))
  const at = new Date(text)
  const past = !(at.getTime() > Date.now())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!past) onPick(at)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        type="datetime-local"
        label={t('snooze.until')}
        value={text}
        min={toLocalInput(new Date())}
        onChange={(event) => setText(event.currentTarget.value)}
        error={past ? t('snooze.past') : undefined}
        data-autofocus
      />
      <Button type="submit" disabled={past}>
        {t('snooze.go')}
      </Button>
    </form>
  )
}

import { Button } from '@mantine/core'
import { readLocalStorageValue, useLocalStorage } from '@mantine/hooks'
import { IconArrowBackUp, IconNote } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { membersQuery } from '@/api/members'
import type { Id } from '@/api/types'
import { GrowingField } from '@/ui/growing-field'
import { sayFailure } from '@/ui/toast'
import { useAddNote } from '../verbs/use-add-note'
import styles from './composer.module.css'
import { leftOver } from './left-over'
import { mentionsIn } from './mentions'
import { useNaming } from './use-naming'
import type { Reply } from './use-reply'

interface Props extends Pick<Reply, 'field' | 'choose'> {
  conversation: Id
  isShown: boolean
  // There is no answer to go back to.
  alone?: boolean
}

// A note for the team. Half a note is kept on this device until it is added.
export const NoteBox = memo(function NoteBox({
  conversation,
  isShown,
  alone,
  field,
  choose,
}: Props) {
  const { t } = useTranslation('inbox')
  const key = `rapport.note.${conversation}`
  const [text, setText, forget] = useLocalStorage({
    key,
    defaultValue: '',
    getInitialValueInEffect: false,
  })
  const { data: members = [] } = useQuery(membersQuery)
  const naming = useNaming(members, setText)
  const shown = useRef(false)
  useEffect(() => {
    shown.current = true
    return () => {
      shown.current = false
    }
  }, [])
  const add = useAddNote(conversation, {
    onAdded: (words) => {
      const rest = leftOver(readLocalStorageValue({ key, defaultValue: '' }), words)
      if (rest) setText(rest)
      else forget()
    },
    // Whoever has moved on does not see it here.
    onFailed: (error) => {
      if (!shown.current) sayFailure(error)
    },
  })
  const submit = () => {
    const words = text.trim()
    if (!words || add.isPending) return
    const mentions = mentionsIn(words, members)
    add.mutate({ text: words, mentions }, { onSuccess: () => choose('reply') })
  }

  return (
    <>
      {add.error && (
        <p role="alert" className={styles.problem}>
          {sayError(add.error)}
        </p>
      )}
      <div className={styles.head}>
        <span className={styles.to}>{t('note.hint')}</span>
        {!alone && (
          <button type="button" className={styles.switch} onClick={() => choose('reply')}>
            <IconArrowBackUp size={16} stroke={1.7} aria-hidden />
            {t('composer.back')}
          </button>
        )}
      </div>
      {naming.list}
      <GrowingField
        ref={(element) => {
          if (isShown) field.current = element
        }}
        className={styles.field}
        aria-label={t('note.add')}
        placeholder={t('note.placeholder')}
        dir="auto"
        rows={2}
        most={10}
        value={text}
        {...naming.field}
        onChange={(event) => {
          setText(event.currentTarget.value)
          naming.look(event.currentTarget)
        }}
        onKeyDown={(event) => {
          if (naming.onKeyDown(event)) return
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
          event.preventDefault()
          submit()
        }}
        data-testid="note"
      />
      <div className={styles.foot}>
        <span className={styles.draft}>{text && t('note.kept')}</span>
        <Button
          variant="default"
          disabled={!text.trim()}
          loading={add.isPending}
          onClick={submit}
          leftSection={<IconNote size={17} stroke={1.8} />}
        >
          {t('note.go')}
        </Button>
      </div>
    </>
  )
})

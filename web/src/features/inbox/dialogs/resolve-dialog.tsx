import { Button, Textarea } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useVerbs } from '../verbs/use-verbs'
import { Ask } from './ask'
import styles from './dialog.module.css'
import type { DialogProps } from './dialogs'

export default function ResolveDialog({ rows, onClose }: DialogProps) {
  const { t } = useTranslation('inbox')
  const verbs = useVerbs()
  const [words, setWords] = useState('')
  const submit = (event?: FormEvent) => {
    event?.preventDefault()
    onClose()
    verbs.resolve(rows, words.trim())
  }
  return (
    <Ask title={t('resolve.title')} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <Textarea
          label={t('resolve.words')}
          description={t('resolve.hint')}
          autosize
          minRows={2}
          maxRows={6}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit()
          }}
          data-autofocus
        />
        <Button type="submit">{t('resolve.go')}</Button>
      </form>
    </Ask>
  )
}

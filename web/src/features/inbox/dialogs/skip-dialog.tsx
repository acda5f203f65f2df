import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SkipReason } from '@/api/types'
import { useVerbs } from '../verbs/use-verbs'
import { Ask } from './ask'
import { Choices } from './choices'
import styles from './dialog.module.css'
import type { DialogProps } from './dialogs'

const reasons: SkipReason[] = [
  'no_answer_needed',
  'not_for_us',
  'answered_elsewhere',
  'spam',
  'abusive',
  'deleted',
  'other',
]

export default function SkipDialog({ rows, onClose }: DialogProps) {
  const { t } = useTranslation('inbox')
  const verbs = useVerbs()
  const [other, setOther] = useState<string | null>(null)
  const skip = (reason: SkipReason, detail = '') => {
    onClose()
    verbs.skip(rows, reason, detail)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    skip('other', other?.trim())
  }
  return (
    <Ask title={t('skip.title')} onClose={onClose}>
      {other === null ? (
        <Choices
          label={t('skip.title')}
          choices={reasons.map((reason) => ({
            id: reason,
            label: t(`skip.${reason}`),
            choose: () => (reason === 'other' ? setOther('') : skip(reason)),
          }))}
        />
      ) : (
        <form className={styles.form} onSubmit={submit}>
          <TextInput
            label={t('skip.why')}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
            data-autofocus
            autoFocus
          />
          <Button type="submit">{t('skip.go')}</Button>
        </form>
      )}
    </Ask>
  )
}

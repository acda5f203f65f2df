import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { changeVoice, voiceQuery } from '@/api/coaching'
import type { Voice, VoiceBody } from '@/api/types'
import { focusFirst } from '@/ui/focus-first'
import { fieldError, formError } from '@/ui/form-error'
import { sayWhen } from '@/ui/time'
import { say } from '@/ui/toast'
import type { Edits } from '@/ui/use-edits'
import { useNow } from '@/ui/use-now'
import settings from '../settings.module.css'
import { Choice } from './choice'
import { Promises } from './promises'
import styles from './voice.module.css'
import { WordList } from './word-list'

interface Props {
  voice: Voice
  edits: Edits<VoiceBody>
  may: boolean
}

const fields = ['signature', 'avoid', 'love', 'names', 'allowed_promises']

export function VoiceForm({ voice, edits: { now, changed, edit, discard, saved }, may }: Props) {
  const { t } = useTranslation('voice')
  const cache = useQueryClient()
  const save = useMutation({
    mutationFn: changeVoice,
    onSuccess: (voice, sent) => {
      cache.setQueryData(voiceQuery.queryKey, voice)
      saved(sent)
      say(t('saved'))
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (changed) save.mutate(now)
  }
  const problem = formError(save.error, fields)
  const wrong = (field: string) => fieldError(save.error, field)
  return (
    <form onSubmit={submit} data-testid="voice">
      <section className={settings.card} aria-labelledby="sound">
        <h3 className={settings.label} id="sound">
          {t('sound')}
        </h3>
        <Choice
          name="warmth"
          values={['brisk', 'even', 'warm']}
          value={now.warmth}
          onChange={(warmth) => edit({ warmth })}
          may={may}
        />
        <Choice
          name="formality"
          values={['casual', 'even', 'formal']}
          value={now.formality}
          onChange={(formality) => edit({ formality })}
          may={may}
        />
        <Choice
          name="emoji"
          values={['none', 'few', 'many']}
          value={now.emoji}
          onChange={(emoji) => edit({ emoji })}
          may={may}
        />
        <Choice
          name="humour"
          values={['none', 'some']}
          value={now.humour}
          onChange={(humour) => edit({ humour })}
          may={may}
        />
      </section>
      <section className={settings.card} aria-labelledby="words">
        <h3 className={settings.label} id="words">
          {t('words')}
        </h3>
        <WordList
          name="avoid"
          words={now.avoid}
          onChange={(avoid) => edit({ avoid })}
          error={wrong('avoid')}
          may={may}
        />
        <WordList
          name="love"
          words={now.love}
          onChange={(love) => edit({ love })}
          error={wrong('love')}
          may={may}
        />
        <WordList
          name="names"
          words={now.names}
          onChange={(names) => edit({ names })}
          error={wrong('names')}
          may={may}
        />
        <div className={styles.part}>
          <TextInput
            label={t('signature.label')}
            description={t('signature.hint', { interpolation: { skipOnVariables: true } })}
            inputWrapperOrder={['label', 'description', 'input', 'error']}
            placeholder={may ? t('signature.example') : undefined}
            maxLength={120}
            value={now.signature}
            onChange={(event) => edit({ signature: event.currentTarget.value })}
            error={wrong('signature')}
            readOnly={!may}
          />
        </div>
      </section>
      <section className={settings.card} aria-labelledby="sending">
        <h3 className={settings.label} id="sending">
          {t('sending')}
        </h3>
        <Promises
          promises={now.allowed_promises}
          onChange={(allowed_promises) => edit({ allowed_promises })}
          error={wrong('allowed_promises')}
          may={may}
        />
        <div className={styles.part}>
          <Checkbox
            label={t('clean.label')}
            description={t('clean.hint')}
            checked={now.require_clean}
            disabled={!may}
            onChange={(event) => edit({ require_clean: event.currentTarget.checked })}
          />
        </div>
      </section>
      {problem && (
        <p role="alert" className={settings.error}>
          {problem}
        </p>
      )}
      {may && changed ? (
        <div className={styles.bar}>
          <span className={styles.unsaved}>{t('unsaved')}</span>
          <Button
            variant="default"
            onClick={({ currentTarget }) => {
              focusFirst(currentTarget.form)
              discard()
              save.reset()
            }}
          >
            {t('discard')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('save')}
          </Button>
        </div>
      ) : (
        <Who voice={voice} may={may} />
      )}
    </form>
  )
}

function Who({ voice, may }: { voice: Voice; may: boolean }) {
  const { t } = useTranslation('voice')
  const now = useNow()
  const { changed_by: who, changed_at } = voice
  return (
    <p className={styles.who}>
      {who && changed_at && t('changed', { who, when: sayWhen(changed_at, now) })}{' '}
      {!may && t('askAdmin')}
    </p>
  )
}

import { Button, Modal, Skeleton, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { alertRulesQuery, changeAlertRules } from '@/api/listening/alerts'
import type { AlertKind, AlertRule, Monitor } from '@/api/listening/types'
import { Failure } from '@/ui/failure'
import { say } from '@/ui/toast'
import { useFocusReturn } from '@/ui/use-focus-return'
import listen from '../shared/listen.module.css'
import styles from './alerts.module.css'
import { Deliveries } from './deliveries'
import { completeRules, listOf, problemOf, type RuleForm, rulesOf } from './rule-form'

interface Props {
  monitor: Monitor
  onClose: () => void
}

// When to be told about what a monitor hears, and where.
export function AlertRules({ monitor, onClose }: Props) {
  const { t } = useTranslation(['listen', 'common'])
  const rules = useQuery(alertRulesQuery(monitor.id))
  useFocusReturn()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('rules.title', { name: monitor.name })}
      size={640}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {rules.isPending ? (
        <Skeleton height={260} radius={14} role="status" aria-label={t('common:loading')} />
      ) : rules.data ? (
        <Form monitor={monitor} known={rules.data} onClose={onClose} />
      ) : (
        <Failure error={rules.error} retry={() => void rules.refetch()} />
      )}
    </Modal>
  )
}

function Form({ monitor, known, onClose }: Props & { known: readonly AlertRule[] }) {
  const { t } = useTranslation(['listen', 'common'])
  const cache = useQueryClient()
  const [forms, setForms] = useState<readonly RuleForm[]>(() => completeRules(known))
  const [secrets, setSecrets] = useState<readonly AlertRule[]>([])
  const [tried, setTried] = useState(false)
  const saving = useMutation({
    mutationFn: () => changeAlertRules(monitor.id, rulesOf(forms)),
    onSuccess: ({ rules }) => {
      void cache.invalidateQueries({ queryKey: alertRulesQuery(monitor.id).queryKey })
      const made = rules.filter((rule) => rule.webhook_secret)
      say(t('rules.saved'))
      if (made.length === 0) onClose()
      setSecrets(made)
    },
  })
  const change = (kind: AlertKind, more: Partial<RuleForm>) =>
    setForms((before) => before.map((one) => (one.kind === kind ? { ...one, ...more } : one)))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (forms.every((form) => problemOf(form) === null)) saving.mutate()
  }
  if (secrets.length > 0) return <Secrets rules={secrets} onClose={onClose} />
  return (
    <form onSubmit={submit} className={styles.form} data-testid="alert-rules">
      {forms.map((form) => (
        <Rule
          key={form.kind}
          form={form}
          tried={tried}
          onChange={(more) => change(form.kind, more)}
        />
      ))}
      {Boolean(saving.error) && (
        <p role="alert" className={listen.notice} data-tone="bad">
          {sayError(saving.error)}
        </p>
      )}
      <div className={styles.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={saving.isPending}>
          {t('rules.save')}
        </Button>
      </div>
    </form>
  )
}

interface RuleProps {
  form: RuleForm
  tried: boolean
  onChange: (more: Partial<RuleForm>) => void
}

function Rule({ form, tried, onChange }: RuleProps) {
  const { t } = useTranslation('listen')
  const { kind, on } = form
  const problem = tried ? problemOf(form) : null
  return (
    <fieldset className={styles.rule}>
      <legend className={styles.hidden}>{t(`alerts.kind.${kind}`)}</legend>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => onChange({ on: event.currentTarget.checked })}
        />
        <span>
          <strong>{t(`alerts.kind.${kind}`)}</strong>
          <span className={styles.hint}>{t(`rules.says.${kind}`)}</span>
        </span>
      </label>
      {on && (
        <div className={styles.details}>
          {kind === 'person' && (
            <Textarea
              label={t('rules.handles')}
              description={t('rules.handlesHint')}
              value={form.handles}
              autosize
              minRows={1}
              onChange={(event) => onChange({ handles: event.currentTarget.value })}
            />
          )}
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={form.app}
              onChange={(event) => onChange({ app: event.currentTarget.checked })}
            />
            {t('rules.app')}
          </label>
          <TextInput
            label={t('rules.emails')}
            placeholder="ines@example.com, jonas@example.com"
            value={form.emails}
            error={problem === 'emails' && t('rules.problem.emails')}
            onChange={(event) => onChange({ emails: event.currentTarget.value })}
          />
          <Deliveries carrier="mail" deliveries={form.deliveries} />
          <TextInput
            label={t('rules.webhook')}
            description={t('rules.webhookHint')}
            placeholder="https://example.com/hook"
            value={form.webhook}
            error={problem === 'webhook' && t('rules.problem.webhook')}
            onChange={(event) => onChange({ webhook: event.currentTarget.value })}
          />
          <Deliveries carrier="webhook" deliveries={form.deliveries} />
          {problem === 'nowhere' && (
            <p role="alert" className={styles.problem}>
              {t('rules.problem.nowhere')}
            </p>
          )}
        </div>
      )}
    </fieldset>
  )
}

// A webhook's secret is shown this once.
function Secrets({ rules, onClose }: { rules: readonly AlertRule[]; onClose: () => void }) {
  const { t } = useTranslation(['listen', 'common'])
  return (
    <div className={styles.form} data-testid="webhook-secret">
      <p className={styles.flat}>{t('rules.secretOnce')}</p>
      {rules.map((rule) => (
        <div key={rule.kind}>
          <p className={styles.fine}>
            {t(`alerts.kind.${rule.kind}`)} · <bdi>{listOf(rule.webhook)[0]}</bdi>
          </p>
          <code className={styles.secret}>{rule.webhook_secret}</code>
        </div>
      ))}
      <div className={styles.buttons}>
        <Button onClick={onClose} data-autofocus>
          {t('rules.secretKept')}
        </Button>
      </div>
    </div>
  )
}

import { NativeSelect } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { changeCoachRule, coachRulesQuery } from '@/api/coaching'
import type { CoachRule } from '@/api/types'
import { sayFailure } from '@/ui/toast'
import settings from '../settings.module.css'
import styles from './voice.module.css'

export function Rules({ rules, may }: { rules: CoachRule[]; may: boolean }) {
  const { t } = useTranslation('voice')
  return (
    <section className={settings.card} aria-labelledby="rules" data-testid="coach-rules">
      <h3 className={settings.label} id="rules">
        {t('rules.title')}
      </h3>
      <p className={settings.plain}>{t('rules.intro')}</p>
      <ul className={styles.rules}>
        {rules.map((rule) => (
          <Rule key={rule.rule} rule={rule} may={may} />
        ))}
      </ul>
    </section>
  )
}

function Rule({ rule: { rule, setting, usual, praises }, may }: { rule: CoachRule; may: boolean }) {
  const { t } = useTranslation('voice')
  const id = useId()
  const cache = useQueryClient()
  const { queryKey } = coachRulesQuery
  // The choice shows at once and is taken back if the server refuses it.
  const change = useMutation({
    mutationFn: (to: CoachRule['setting']) => changeCoachRule(rule, to),
    onMutate: async (to) => {
      await cache.cancelQueries({ queryKey })
      const before = cache.getQueryData(queryKey)
      cache.setQueryData(
        queryKey,
        (now) =>
          now && {
            rules: now.rules.map((each) => (each.rule === rule ? { ...each, setting: to } : each)),
          },
      )
      return { before }
    },
    onError: (error, _, undo) => {
      cache.setQueryData(queryKey, undo?.before)
      sayFailure(error)
    },
    onSettled: () => void cache.invalidateQueries({ queryKey }),
  })
  const say = (each: CoachRule['setting']) =>
    each === 'usual'
      ? t('rules.usual', { severity: t(`rules.severity.${usual}`) })
      : t(`rules.${each}`)
  const settingsOf: CoachRule['setting'][] =
    usual === 'nice'
      ? ['usual', 'off']
      : ['usual', 'off', ...(praises ? (['nice'] as const) : []), 'consider', 'fix']
  return (
    <li className={styles.rule} data-off={setting === 'off' || undefined}>
      <div className={styles.ruleText}>
        <span className={styles.name} id={id}>
          {t(`rules.${rule}.name`)}
        </span>
        <p className={styles.what}>{t(`rules.${rule}.what`)}</p>
      </div>
      {may ? (
        <NativeSelect
          className={styles.setting}
          aria-label={t('rules.setting', { rule: t(`rules.${rule}.name`) })}
          value={setting}
          onChange={(event) => change.mutate(event.currentTarget.value as CoachRule['setting'])}
          data={settingsOf.map((value) => ({ value, label: say(value) }))}
        />
      ) : (
        <span className={styles.setting}>{say(setting)}</span>
      )}
    </li>
  )
}

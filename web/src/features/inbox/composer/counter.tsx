import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Limits } from '@/api/types'
import { saidLength } from '@/ui/graphemes'
import styles from './composer.module.css'

// How much room is left, as this network counts. It says nothing until that matters.
export function Counter({
  text,
  limits,
  answered,
}: {
  text: string
  limits: Limits
  answered?: string
}) {
  const { t } = useTranslation('inbox')
  const left = limits.text_max - saidLength(text, limits.text_unit, answered)
  if (left > limits.text_max * 0.5) return null
  const state = left < 0 ? 'over' : left <= 20 ? 'near' : 'fine'
  return (
    <span
      className={styles.counter}
      data-state={state}
      role={state === 'over' ? 'alert' : undefined}
    >
      {state === 'over' && <IconAlertTriangle size={15} stroke={1.9} aria-hidden />}
      {state === 'over'
        ? t('composer.over', { count: -left })
        : t('composer.left', { count: left })}
    </span>
  )
}

import { Button } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './undo-toast.module.css'

interface Props {
  message: string
  until?: number
  testId?: string
  onUndo: () => void
}

export function UndoToast({ message, until, testId, onUndo }: Props) {
  const { t } = useTranslation()
  return (
    <div className={styles.toast}>
      <span className={styles.message}>{message}</span>
      {until && <Countdown until={until} />}
      <Button size="compact-sm" variant="light" onClick={onUndo} data-testid={testId}>
        {t('undo')}
      </Button>
    </div>
  )
}

// Seconds for the eye alone: a screen reader that counts along would speak over everything else.
function Countdown({ until }: { until: number }) {
  const [left, setLeft] = useState(() => until - Date.now())
  useEffect(() => {
    const timer = window.setInterval(() => setLeft(until - Date.now()), 200)
    return () => window.clearInterval(timer)
  }, [until])
  return (
    <span className={styles.countdown} aria-hidden>
      {Math.max(0, Math.ceil(left / 1000))}
    </span>
  )
}

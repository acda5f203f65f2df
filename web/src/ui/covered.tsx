import { Button } from '@mantine/core'
import { IconEyeOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './covered.module.css'
import { type Cover, sayLabel } from './labels'

interface Props {
  cover: Exclude<Cover, null>
  label: string
  children: ReactNode
}

// What the network warns of stays covered until somebody asks to see it, each time anew. What it would
// hide altogether takes a second look.
export function Covered({ cover, label, children }: Props) {
  const { t } = useTranslation('inbox')
  const [step, setStep] = useState(0)
  const needed = cover === 'hide' ? 2 : 1
  if (step >= needed) return children
  return (
    <div className={styles.cover} data-testid="cover">
      <IconEyeOff size={18} stroke={1.7} aria-hidden />
      <p>
        {sayLabel(label)}
        {step === 1 && <> {t('labels.sure')}</>}
      </p>
      <Button size="compact-sm" variant="default" onClick={() => setStep(step + 1)}>
        {t(step === 1 ? 'labels.showAnyway' : 'labels.show')}
      </Button>
    </div>
  )
}

import '@mantine/core/styles/FloatingIndicator.css'
import { SegmentedControl } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { VoiceBody } from '@/api/types'
import styles from './voice.module.css'

type Name = 'warmth' | 'formality' | 'emoji' | 'humour'

interface Props<N extends Name> {
  name: N
  values: VoiceBody[N][]
  value: VoiceBody[N]
  onChange: (value: VoiceBody[N]) => void
  may: boolean
}

// One of a few, with what changes by it.
export function Choice<N extends Name>({ name, values, value, onChange, may }: Props<N>) {
  const { t } = useTranslation('voice')
  const id = useId()
  const say = (key: string) => t(`${name}.${key}` as 'warmth.even')
  return (
    <div className={styles.choice}>
      <span className={styles.name} id={id}>
        {say('label')}
      </span>
      {may ? (
        <SegmentedControl
          aria-labelledby={id}
          aria-describedby={`${id}-what`}
          className={styles.control}
          value={value}
          onChange={(chosen) => onChange(chosen as VoiceBody[N])}
          data={values.map((each) => ({ value: each, label: say(each) }))}
        />
      ) : (
        <strong className={styles.control}>{say(value)}</strong>
      )}
      <p className={styles.what} id={`${id}-what`} aria-live="polite">
        {say(`${value}_what`)}
      </p>
    </div>
  )
}

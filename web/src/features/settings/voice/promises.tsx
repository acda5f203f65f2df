import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './voice.module.css'
import { WordList } from './word-list'

const kinds = ['refund', 'date', 'guarantee'] as const

interface Props {
  promises: string[]
  onChange: (promises: string[]) => void
  error?: string | undefined
  may: boolean
}

// Whole kinds of promises, and single ones in their words.
export function Promises({ promises, onChange, error, may }: Props) {
  const { t } = useTranslation('voice')
  const others = promises.filter((each) => !kinds.some((kind) => kind === each))
  const chosen = kinds.filter((kind) => promises.includes(kind))
  return (
    <fieldset className={styles.promises}>
      <legend className={styles.name}>{t('promises.label')}</legend>
      <p className={styles.what}>{t('promises.hint')}</p>
      <div className={styles.kinds}>
        {kinds.map((kind) => (
          <Checkbox
            key={kind}
            label={t(`promises.${kind}`)}
            checked={chosen.includes(kind)}
            disabled={!may}
            onChange={(event) => {
              const on = event.currentTarget.checked
              onChange([
                ...kinds.filter((it) => (it === kind ? on : chosen.includes(it))),
                ...others,
              ])
            }}
          />
        ))}
      </div>
      <WordList
        name="promises"
        words={others}
        onChange={(words) => onChange([...chosen, ...words])}
        error={error}
        may={may}
      />
    </fieldset>
  )
}

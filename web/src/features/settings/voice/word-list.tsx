import { Button, CloseButton, TextInput } from '@mantine/core'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import styles from './voice.module.css'

interface Props {
  name: 'avoid' | 'love' | 'names' | 'promises'
  words: string[]
  onChange: (words: string[]) => void
  error?: string | undefined
  may: boolean
}

// Words one by one: Enter or a comma adds what is typed, backspace takes the last one back into the field.
export function WordList({ name, words, onChange, error, may }: Props) {
  const { t } = useTranslation('voice')
  const [typed, setTyped] = useState('')
  const [twice, setTwice] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const label = name === 'promises' ? t('promises.others') : t(`${name}.label`)
  const hint = name === 'promises' ? undefined : t(`${name}.hint`)
  const add = () => {
    const fresh = typed.split(',').map((word) => word.trim())
    const known = new Set(words.map((word) => word.toLowerCase()))
    const more = fresh.filter((word) => {
      const lower = word.toLowerCase()
      if (!word || known.has(lower)) return false
      known.add(lower)
      return true
    })
    setTwice(more.length === 0 && fresh.some((word) => word !== ''))
    if (more.length === 0) return
    onChange([...words, ...more])
    setTyped('')
  }
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && typed.trim()) {
      event.preventDefault()
      add()
    } else if (event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && typed === '' && words.length > 0) {
      event.preventDefault()
      setTyped(words[words.length - 1] ?? '')
      onChange(words.slice(0, -1))
    }
  }
  return (
    <div className={styles.part}>
      {may ? (
        <TextInput
          ref={field}
          label={label}
          description={hint}
          inputWrapperOrder={['label', 'description', 'input', 'error']}
          placeholder={t(`${name}.example`)}
          maxLength={60}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setTwice(false)
          }}
          onKeyDown={press}
          onBlur={() => typed.trim() && add()}
          error={error ?? (twice ? t('list.twice') : undefined)}
          rightSectionWidth={72}
          rightSection={
            typed.trim() && (
              <Button variant="subtle" size="compact-sm" onClick={add}>
                {t('list.add')}
              </Button>
            )
          }
        />
      ) : (
        <>
          <span className={styles.name}>{label}</span>
          {hint && <p className={styles.what}>{hint}</p>}
        </>
      )}
      {words.length > 0 ? (
        <ul className={styles.words}>
          {words.map((word) => (
            <li key={word} className={styles.word}>
              <span>{word}</span>
              {may && (
                <CloseButton
                  size="sm"
                  aria-label={t('list.remove', { word })}
                  onClick={() => {
                    onChange(words.filter((each) => each !== word))
                    field.current?.focus()
                  }}
                />
              )}
            </li>
          ))}
        </ul>
      ) : (
        !may && <p className={styles.what}>{t('list.empty')}</p>
      )}
    </div>
  )
}

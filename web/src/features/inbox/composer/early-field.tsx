import { useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Id } from '@/api/types'
import { useShortcuts } from '@/ui/use-shortcuts'
import { useInboxActions } from '../inbox-context'
import { focusRow } from '../list/focus-row'
import styles from './composer.module.css'
import { earlyIn, keepEarly, takeEarly } from './early'

// The composer of a thread that is on its way: whoever opens, presses R and types loses no letter.
export function EarlyField({ id }: { id: Id }) {
  const { t } = useTranslation('inbox')
  const mayWrite = useMayWrite()
  const { close } = useInboxActions()
  const field = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (earlyIn(id) !== null) field.current?.focus()
  }, [id])
  useShortcuts({
    r: () => (mayWrite ? field.current?.focus() : false),
    Escape: () => {
      const box = field.current
      if (box && document.activeElement === box) {
        if (box.value === '') takeEarly(id)
        box.blur()
      } else {
        close()
        focusRow(id)
      }
    },
  })
  if (!mayWrite) return null
  return (
    <section className={styles.composer} aria-label={t('composer.label')}>
      <div className={styles.sheet}>
        <div className={styles.head} style={{ minHeight: 40 }} />
        <textarea
          ref={field}
          className={styles.field}
          style={{ font: 'inherit', outline: 'none', resize: 'none' }}
          aria-label={t('composer.early')}
          placeholder={t('composer.placeholder')}
          dir="auto"
          rows={2}
          defaultValue={earlyIn(id) ?? ''}
          onFocus={(event) => keepEarly(id, event.currentTarget.value)}
          onInput={(event) => keepEarly(id, event.currentTarget.value)}
          data-testid="early"
        />
        <div className={styles.foot} />
      </div>
    </section>
  )
}

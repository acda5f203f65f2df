import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import styles from './knowledge.module.css'

// What is shown may be old: it could not be read again.
export function Stale({ query }: { query: { isError: boolean; error: unknown; data: unknown } }) {
  const { t } = useTranslation('knowledge')
  if (!query.isError || query.data === undefined) return null
  return (
    <p role="alert" className={styles.notice} data-tone="warn">
      {t('stale', { why: sayError(query.error) })}
    </p>
  )
}

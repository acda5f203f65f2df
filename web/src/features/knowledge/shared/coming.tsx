import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import styles from './knowledge.module.css'

// In the shape of what comes.
export function Coming({ rows = 6, height = 58 }: { rows?: number; height?: number }) {
  const { t } = useTranslation('common')
  return (
    <div role="status" aria-label={t('loading')} className={styles.coming}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all alike
        <Skeleton key={row} height={height} radius={10} />
      ))}
    </div>
  )
}

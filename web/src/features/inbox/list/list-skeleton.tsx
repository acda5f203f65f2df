import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { rowHeight } from './conversation-row'

export function ListSkeleton() {
  const { t } = useTranslation()
  return (
    <div
      aria-busy
      role="status"
      aria-label={t('loading')}
      style={{ overflow: 'hidden', flex: 1, paddingTop: 4 }}
    >
      {['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((key) => (
        <div
          key={key}
          style={{ display: 'flex', gap: 12, height: rowHeight, padding: '13px 20px' }}
        >
          <Skeleton circle height={38} />
          <div style={{ flex: 1 }}>
            <Skeleton height={14} width="45%" radius={4} mt={3} />
            <Skeleton height={12} radius={4} mt={11} />
            <Skeleton height={12} width="70%" radius={4} mt={8} />
          </div>
        </div>
      ))}
    </div>
  )
}

import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { BackButton } from './back-button'
import bodyStyles from './thread-body.module.css'
import headerStyles from './thread-header.module.css'

export function ThreadSkeleton() {
  const { t } = useTranslation()
  return (
    <div aria-busy role="status" aria-label={t('loading')}>
      <div className={headerStyles.header}>
        <BackButton />
        <div className={headerStyles.title}>
          <Skeleton height={15} width={180} radius={4} />
          <Skeleton height={12} width={240} radius={4} mt={9} />
        </div>
      </div>
      <div className={bodyStyles.scroller}>
        <div className={bodyStyles.posts}>
          {[82, 64, 90].map((width) => (
            <div key={width} style={{ display: 'flex', gap: 14, padding: '12px 0 32px' }}>
              <Skeleton circle height={40} />
              <div style={{ flex: 1, maxWidth: '36rem' }}>
                <Skeleton height={14} width={160} radius={4} mt={3} />
                <Skeleton height={14} radius={4} mt={14} />
                <Skeleton height={14} width={`${width}%`} radius={4} mt={9} />
              </div>
            </div>
          ))}
        </div>
      </div>
    </div>
  )
}

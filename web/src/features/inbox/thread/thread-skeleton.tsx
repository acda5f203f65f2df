import { Skeleton } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { findRow } from '@/api/conversations/cache'
import type { Id } from '@/api/types'
import { EarlyField } from '../composer/early-field'
import { BackButton } from './back-button'
import bodyStyles from './thread-body.module.css'
import headerStyles from './thread-header.module.css'

// Who is speaking is known from the list; what they said is on its way.
export function ThreadSkeleton({ id }: { id: Id }) {
  const { t } = useTranslation()
  const cache = useQueryClient()
  const lead = findRow(cache, id)?.lead
  return (
    <>
      <div className={headerStyles.coming} aria-busy role="status" aria-label={t('loading')}>
        <header className={headerStyles.header}>
          <BackButton />
          <div className={headerStyles.title}>
            {lead ? (
              <h2 className={headerStyles.name}>
                <bdi>{lead.name || lead.handle}</bdi>
              </h2>
            ) : (
              <Skeleton height={15} width={180} radius={4} />
            )}
            <Skeleton height={12} width={240} radius={4} mt={9} />
          </div>
        </header>
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
      <EarlyField id={id} />
    </>
  )
}

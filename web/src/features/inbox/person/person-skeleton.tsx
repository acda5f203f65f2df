import { Skeleton } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export function PersonSkeleton() {
  const { t } = useTranslation()
  return (
    <div aria-busy role="status" aria-label={t('loading')}>
      <Skeleton circle height={64} />
      <Skeleton height={18} width="60%" radius={4} mt={16} />
      <Skeleton height={12} width="75%" radius={4} mt={10} />
      <Skeleton height={14} radius={4} mt={20} />
      <Skeleton height={14} width="80%" radius={4} mt={8} />
      <Skeleton height={92} radius={12} mt={30} />
    </div>
  )
}

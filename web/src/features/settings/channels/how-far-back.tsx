import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import '@/i18n/acts'
import type { HistoryReach } from '@/api/types'

// How much of what was said before comes along.
export function HowFarBack({
  value,
  onChange,
}: {
  value: HistoryReach
  onChange: (reach: HistoryReach) => void
}) {
  const { t } = useTranslation('acts')
  return (
    <NativeSelect
      label={t('history.choose')}
      description={t('history.hint')}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value as HistoryReach)}
      data={(['month', 'quarter', 'year', 'all'] as const).map((one) => ({
        value: one,
        label: t(`history.${one}`),
      }))}
    />
  )
}

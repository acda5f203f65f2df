import { IconMessageReport } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { summaryQuery } from '@/api/reading'
import { InsightScreen } from './insight-screen'
import { ManageReasons } from './manage-reasons'
import { FixedReasons, FixReason } from './remedies/fixed-reasons'
import { Coming, Summary } from './summary'
import { useDays } from './use-days'

const RemedyScreen = lazy(() => import('./remedies/remedy-screen'))
const route = getRouteApi('/desk/insights')

export function ReasonsScreen() {
  const { fixed } = route.useSearch()
  if (!fixed) return <AllReasons />
  return (
    <Suspense fallback={<Coming />}>
      <RemedyScreen key={fixed} id={fixed} />
    </Suspense>
  )
}

// What complaints are about: how often each reason was given, whether it is rising, and who said so.
function AllReasons() {
  const { t } = useTranslation('reasons')
  const period = useDays()
  const { days } = period
  const query = useQuery({
    ...summaryQuery(days),
    placeholderData: keepPreviousData,
    select: ({ items, ...rest }) => ({
      ...rest,
      all: items.map(({ key, ...item }) => ({ id: key, ...item })),
    }),
  })
  return (
    <InsightScreen title={t('title')} intro={t('intro')} period={period}>
      <Summary
        query={query}
        period={period}
        sum={(count) => t('sum', { count, days })}
        search={({ id }) => ({ view: 'all', gave: id, days })}
        empty={{
          icon: <IconMessageReport size={26} stroke={1.6} />,
          title: t('empty.title'),
          body: t('empty.body', { days }),
        }}
        testId="reasons"
        foot={(reason) => <FixReason reason={reason} days={days} />}
      />
      <FixedReasons />
      <ManageReasons />
    </InsightScreen>
  )
}

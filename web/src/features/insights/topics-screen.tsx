import { IconBulb } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { learningQuery } from '@/api/reading'
import { topicSummaryQuery, topicsQuery } from '@/api/topics'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { InsightScreen } from './insight-screen'
import styles from './insights.module.css'
import { ManageTopics } from './manage-topics'
import { Coming, type Days, Summary } from './summary'
import { useDays } from './use-days'

// What people speak of, as it was learned from what they said: how often, whether it is rising, and
// who said so.
export function TopicsScreen() {
  const { t } = useTranslation('topics')
  const period = useDays()
  const topics = useQuery(topicsQuery)
  const some = topics.data && topics.data.length > 0
  return (
    <InsightScreen title={t('title')} intro={t('intro')} period={some ? period : undefined}>
      {topics.isPending ? (
        <Coming />
      ) : some ? (
        <>
          <TopicSummary period={period} />
          <ManageTopics />
        </>
      ) : topics.data ? (
        <NoTopics />
      ) : (
        <Failure error={topics.error} retry={() => void topics.refetch()} />
      )}
    </InsightScreen>
  )
}

// There will be some, unless nothing is read here.
function NoTopics() {
  const { t } = useTranslation('topics')
  const { data: learning } = useQuery(learningQuery)
  return (
    <section className={styles.card}>
      <Empty icon={<IconBulb size={26} stroke={1.6} />} title={t('none.title')}>
        <p style={{ margin: 0 }}>{t(learning?.reading === false ? 'none.unread' : 'none.body')}</p>
      </Empty>
    </section>
  )
}

function TopicSummary({ period }: { period: Days }) {
  const { t } = useTranslation('topics')
  const { days } = period
  const query = useQuery({
    ...topicSummaryQuery(days),
    placeholderData: keepPreviousData,
    select: ({ items, ...rest }) => ({ ...rest, all: items }),
  })
  return (
    <Summary
      query={query}
      period={period}
      sum={(count) => t('sum', { count, days })}
      search={({ id }) => ({ view: 'all', about: id, days })}
      empty={{
        icon: <IconBulb size={26} stroke={1.6} />,
        title: t('empty.title'),
        body: t('empty.body', { days }),
      }}
      testId="topics"
    />
  )
}

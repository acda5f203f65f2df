import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import { mergeTopic, renameTopic, topicsKey, topicsQuery } from '@/api/topics'
import type { Topic } from '@/api/types'
import { Aside, NamedList } from '@/ui/names'
import { termsBeside } from './insight'
import styles from './insights.module.css'
import { OwnName } from './own-name'

// The topics that were learned: better names, and two that are the same.
export function ManageTopics() {
  const { t } = useTranslation('topics')
  const topics = useQuery(topicsQuery)
  const mayWrite = useMayWrite()
  return (
    <section aria-labelledby="manage-topics">
      <h2 className={styles.heading} id="manage-topics">
        {t('manage.title')}
      </h2>
      {mayWrite && <p className={styles.intro}>{t('manage.intro')}</p>}
      <NamedList query={topics} testId="all-topics">
        {(all) =>
          all.map((topic) => (
            <Row key={topic.id} topic={topic} others={all.filter((one) => one !== topic)} />
          ))
        }
      </NamedList>
    </section>
  )
}

function Row({ topic, others }: { topic: Topic; others: readonly Topic[] }) {
  const { t } = useTranslation('topics')
  const { id, name } = topic
  return (
    <OwnName
      name={name}
      others={others}
      queryKey={topicsKey}
      words={{
        menu: t('manage.more', { name }),
        mergeHint: t('manage.mergeHint', { name }),
        renamed: (to) => t('manage.renamed', { name: to }),
        merged: (into) => t('manage.merged', { from: name, into }),
      }}
      onRename={(to) => renameTopic(id, to)}
      onMerge={(into) => mergeTopic(id, into)}
    >
      <Aside>
        <bdi>{termsBeside(topic)}</bdi>
      </Aside>
    </OwnName>
  )
}

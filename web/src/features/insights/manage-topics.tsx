import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useMayManage, useMayWrite } from '@/api/session'
import { mergeTopic, renameTopic, topicsKey, topicsQuery } from '@/api/topics'
import type { Topic } from '@/api/types'
import { Aside, MergeForm, NamedList, NamedRow, RenameForm } from '@/ui/names'
import { say } from '@/ui/toast'
import { termsBeside } from './insight'
import styles from './insights.module.css'

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

// Says what was done and reads again what it changed.
function useAgain() {
  const cache = useQueryClient()
  return (words: string) => {
    say(words)
    for (const queryKey of [topicsKey, ['conversations']]) {
      void cache.invalidateQueries({ queryKey })
    }
  }
}

function Row({ topic, others }: { topic: Topic; others: readonly Topic[] }) {
  const { t } = useTranslation(['topics', 'names'])
  const mayWrite = useMayWrite()
  const mayManage = useMayManage()
  const again = useAgain()
  const rename = (done: () => void) => (
    <RenameForm
      name={topic.name}
      onSave={(name) => renameTopic(topic.id, name)}
      onSaved={({ name }) => {
        done()
        again(t('manage.renamed', { name }))
      }}
      onCancel={done}
    />
  )
  const merge = (done: () => void) => (
    <MergeForm
      hint={t('manage.mergeHint', { name: topic.name })}
      others={others}
      onMerge={(into) => mergeTopic(topic.id, into)}
      onMerged={(kept) => {
        done()
        again(t('manage.merged', { from: topic.name, into: kept.name }))
      }}
      onCancel={done}
    />
  )
  return (
    <NamedRow
      menu={t('manage.more', { name: topic.name })}
      acts={[
        mayWrite && { say: t('names:rename'), form: rename },
        mayManage && others.length > 0 && { say: t('names:merge'), form: merge },
      ]}
    >
      <bdi>{topic.name}</bdi>
      <Aside>
        <bdi>{termsBeside(topic)}</bdi>
      </Aside>
    </NamedRow>
  )
}

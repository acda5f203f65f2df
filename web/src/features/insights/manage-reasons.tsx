import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { addReason, mergeReason, renameReason } from '@/api/reading'
import { reasonsKey, reasonsQuery, standsAs } from '@/api/reasons'
import { useMayManage, useMayWrite } from '@/api/session'
import type { Reason } from '@/api/types'
import { Aside, MergeForm, NamedList, NamedRow, NewName, RenameForm } from '@/ui/names'
import { say } from '@/ui/toast'
import styles from './insights.module.css'

// The reasons a team tells apart: better names, new ones, two that are the same.
export function ManageReasons() {
  const { t } = useTranslation('reasons')
  const reasons = useQuery(reasonsQuery)
  const mayWrite = useMayWrite()
  const again = useAgain()
  return (
    <section aria-labelledby="manage-reasons">
      <h2 className={styles.heading} id="manage-reasons">
        {t('manage.title')}
      </h2>
      {mayWrite && (
        <>
          <p className={styles.intro}>{t('manage.intro')}</p>
          <NewName
            example={t('manage.example')}
            add={t('manage.add')}
            onAdd={addReason}
            onAdded={({ name }) => again(t('manage.added', { name }))}
          />
        </>
      )}
      <NamedList query={reasons} testId="all-reasons">
        {(all) => {
          const standing = all.filter((one) => !one.merged_into)
          return standing.map((reason) => (
            <Row
              key={reason.key}
              reason={reason}
              tells={all.filter(
                (one) => one.merged_into && standsAs(all, one.key)?.key === reason.key,
              )}
              others={standing.filter((one) => one !== reason)}
            />
          ))
        }}
      </NamedList>
    </section>
  )
}

// Says what was done and reads again what it changed.
function useAgain() {
  const cache = useQueryClient()
  return (words: string) => {
    say(words)
    void cache.invalidateQueries({ queryKey: reasonsKey })
    void cache.invalidateQueries({ queryKey: ['conversations'] })
  }
}

interface RowProps {
  reason: Reason
  // Those that are told as this one.
  tells: readonly Reason[]
  others: readonly Reason[]
}

function Row({ reason, tells, others }: RowProps) {
  const { t } = useTranslation(['reasons', 'names'])
  const mayWrite = useMayWrite()
  const mayManage = useMayManage()
  const again = useAgain()
  const small = [
    !reason.builtin && t('manage.own'),
    tells.length > 0 &&
      t('manage.tells', { count: tells.length, names: tells.map((one) => one.name).join(', ') }),
  ].filter(Boolean)
  const rename = (done: () => void) => (
    <RenameForm
      name={reason.name}
      onSave={(name) => renameReason(reason.key, name)}
      onSaved={({ name }) => {
        done()
        again(t('manage.renamed', { name }))
      }}
      onCancel={done}
    />
  )
  const merge = (done: () => void) => (
    <MergeForm
      hint={t('manage.mergeHint', { name: reason.name })}
      others={others.map(({ key, name }) => ({ id: key, name }))}
      onMerge={(into) => mergeReason(reason.key, into)}
      onMerged={(kept) => {
        done()
        again(t('manage.merged', { from: reason.name, into: kept.name }))
      }}
      onCancel={done}
    />
  )
  return (
    <NamedRow
      menu={t('manage.more', { name: reason.name })}
      acts={[
        mayWrite && { say: t('names:rename'), form: rename },
        mayManage && others.length > 0 && { say: t('names:merge'), form: merge },
      ]}
    >
      <bdi>{reason.name}</bdi>
      {small.length > 0 && <Aside>{small.join(' · ')}</Aside>}
    </NamedRow>
  )
}

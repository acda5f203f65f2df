import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { addReason, mergeReason, renameReason } from '@/api/reading'
import { reasonsKey, reasonsQuery, standsAs } from '@/api/reasons'
import { useMayWrite } from '@/api/session'
import type { Reason } from '@/api/types'
import { Aside, NamedList, NewName } from '@/ui/names'
import styles from './insights.module.css'
import { OwnName, useAgain } from './own-name'

// The reasons a team tells apart: better names, new ones, two that are the same.
export function ManageReasons() {
  const { t } = useTranslation('reasons')
  const reasons = useQuery(reasonsQuery)
  const mayWrite = useMayWrite()
  const again = useAgain(reasonsKey)
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

interface RowProps {
  reason: Reason
  // Those that are told as this one.
  tells: readonly Reason[]
  others: readonly Reason[]
}

function Row({ reason, tells, others }: RowProps) {
  const { t } = useTranslation('reasons')
  const { key, name } = reason
  const small = [
    !reason.builtin && t('manage.own'),
    tells.length > 0 &&
      t('manage.tells', { count: tells.length, names: tells.map((one) => one.name).join(', ') }),
  ].filter(Boolean)
  return (
    <OwnName
      name={name}
      others={others.map((other) => ({ id: other.key, name: other.name }))}
      queryKey={reasonsKey}
      words={{
        menu: t('manage.more', { name }),
        mergeHint: t('manage.mergeHint', { name }),
        renamed: (to) => t('manage.renamed', { name: to }),
        merged: (into) => t('manage.merged', { from: name, into }),
      }}
      onRename={(to) => renameReason(key, to)}
      onMerge={(into) => mergeReason(key, into)}
    >
      {small.length > 0 && <Aside>{small.join(' · ')}</Aside>}
    </OwnName>
  )
}

import { IconTag } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayManage, useMayWrite } from '@/api/session'
import { changeTag, createTag, mergeTag, removeTag, tagColors, tagsQuery } from '@/api/tags'
import type { Tag, TagColor } from '@/api/types'
import { Empty } from '@/ui/empty'
import { Aside, MergeForm, NamedList, NamedRow, NewName, RemoveForm, RenameForm } from '@/ui/names'
import { TagChip, TagDot } from '@/ui/tag-chip'
import { say } from '@/ui/toast'
import styles from './settings.module.css'
import tagStyles from './tags-page.module.css'

// The words the team sorts by: new ones, better names, two that mean the same.
export function TagsPage() {
  const { t } = useTranslation('settings')
  const tags = useQuery(tagsQuery)
  const mayWrite = useMayWrite()
  return (
    <>
      <h2 className={styles.title}>{t('tags.title')}</h2>
      <p className={styles.intro}>{t('tags.intro')}</p>
      {mayWrite && <NewTag />}
      <NamedList
        query={tags}
        testId="tags"
        empty={
          <Empty icon={<IconTag size={26} stroke={1.6} />} title={t('tags.empty')}>
            {t('tags.emptyHint')}
          </Empty>
        }
      >
        {(all) =>
          all.map((tag) => (
            <TagRow key={tag.id} tag={tag} others={all.filter((other) => other !== tag)} />
          ))
        }
      </NamedList>
    </>
  )
}

function NewTag() {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [color, setColor] = useState<TagColor>('teal')
  return (
    <NewName
      example={t('tags.example')}
      add={t('tags.create')}
      onAdd={(name) => createTag({ name, color })}
      onAdded={() => void cache.invalidateQueries({ queryKey: tagsQuery.queryKey })}
    >
      <Colors value={color} onChange={setColor} />
    </NewName>
  )
}

function Colors({ value, onChange }: { value: TagColor; onChange: (color: TagColor) => void }) {
  const { t } = useTranslation('settings')
  return (
    <div role="radiogroup" aria-label={t('tags.color')} className={tagStyles.colors}>
      {tagColors.map((color) => (
        <label key={color} className={tagStyles.color} data-chosen={color === value || undefined}>
          <input
            type="radio"
            checked={color === value}
            onChange={() => onChange(color)}
            aria-label={t(`tags.colors.${color}`)}
          />
          <TagDot color={color} />
        </label>
      ))}
    </div>
  )
}

function useAgain(onDone: () => void) {
  const cache = useQueryClient()
  return () => {
    onDone()
    void cache.invalidateQueries({ queryKey: tagsQuery.queryKey })
    void cache.invalidateQueries({ queryKey: ['conversations'] })
  }
}

interface RowProps {
  tag: Tag
  others: readonly Tag[]
}

function TagRow({ tag, others }: RowProps) {
  const { t } = useTranslation(['settings', 'names'])
  const mayWrite = useMayWrite()
  const mayManage = useMayManage()
  const total = tag.open + tag.waiting + tag.snoozed + tag.resolved + tag.skipped
  return (
    <NamedRow
      menu={t('tags.more', { name: tag.name })}
      acts={[
        mayWrite && {
          say: t('tags.rename'),
          form: (done) => <Rename tag={tag} onDone={done} />,
        },
        mayManage &&
          others.length > 0 && {
            say: t('names:merge'),
            form: (done) => <Merge tag={tag} others={others} onDone={done} />,
          },
        mayManage && {
          say: t('names:remove'),
          form: (done) => <Remove tag={tag} onDone={done} />,
        },
      ]}
    >
      <TagChip tag={tag} />
      <Aside>{t('tags.count', { count: total })}</Aside>
    </NamedRow>
  )
}

interface FormProps {
  tag: Tag
  onDone: () => void
}

function Rename({ tag, onDone }: FormProps) {
  const [color, setColor] = useState<TagColor>(tag.color)
  return (
    <RenameForm
      name={tag.name}
      changed={color !== tag.color}
      onSave={(name) => changeTag(tag.id, { name, color })}
      onSaved={useAgain(onDone)}
      onCancel={onDone}
    >
      <Colors value={color} onChange={setColor} />
    </RenameForm>
  )
}

function Merge({ tag, others, onDone }: FormProps & RowProps) {
  const { t } = useTranslation('settings')
  const again = useAgain(onDone)
  return (
    <MergeForm
      hint={t('tags.mergeHint', { name: tag.name })}
      others={others}
      onMerge={(into) => mergeTag(tag.id, into)}
      onMerged={(kept) => {
        again()
        say(t('tags.merged', { from: tag.name, into: kept.name }))
      }}
      onCancel={onDone}
    />
  )
}

function Remove({ tag, onDone }: FormProps) {
  const { t } = useTranslation('settings')
  return (
    <RemoveForm
      hint={t('tags.removeHint', { name: tag.name })}
      onRemove={() => removeTag(tag.id)}
      onRemoved={useAgain(onDone)}
      onCancel={onDone}
    />
  )
}

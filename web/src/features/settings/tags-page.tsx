import '@mantine/core/styles/ScrollArea.css'
import '@mantine/core/styles/Combobox.css'
import { ActionIcon, Button, Menu, Select, Skeleton, TextInput } from '@mantine/core'
import { IconDots, IconTag } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { useMayManage, useMayWrite } from '@/api/session'
import { changeTag, createTag, mergeTag, removeTag, tagColors, tagsQuery } from '@/api/tags'
import type { Tag, TagColor } from '@/api/types'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { TagChip, TagDot } from '@/ui/tag-chip'
import { say, sayFailure } from '@/ui/toast'
import styles from './settings.module.css'
import tagStyles from './tags-page.module.css'

// The words the team sorts by: new ones, better names, two that mean the same.
export function TagsPage() {
  const { t } = useTranslation(['settings', 'common'])
  const tags = useQuery(tagsQuery)
  const mayWrite = useMayWrite()
  return (
    <>
      <h2 className={styles.title}>{t('tags.title')}</h2>
      <p className={styles.intro}>{t('tags.intro')}</p>
      {mayWrite && <NewTag />}
      {tags.isPending ? (
        <Skeleton height={160} radius={14} role="status" aria-label={t('common:loading')} />
      ) : tags.isError ? (
        <Failure error={tags.error} retry={() => void tags.refetch()} />
      ) : tags.data.length === 0 ? (
        <Empty icon={<IconTag size={26} stroke={1.6} />} title={t('tags.empty')}>
          {t('tags.emptyHint')}
        </Empty>
      ) : (
        <section className={styles.card}>
          <ul className={styles.tokens} data-testid="tags">
            {tags.data.map((tag) => (
              <TagRow key={tag.id} tag={tag} others={tags.data} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

function NewTag() {
  const { t } = useTranslation('settings')
  const cache = useQueryClient()
  const [name, setName] = useState('')
  const [color, setColor] = useState<TagColor>('teal')
  const create = useMutation({
    mutationFn: createTag,
    onSuccess: () => {
      setName('')
      void cache.invalidateQueries({ queryKey: tagsQuery.queryKey })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) create.mutate({ name: name.trim(), color })
  }
  return (
    <section className={styles.card}>
      <form className={styles.form} onSubmit={submit}>
        <div className={styles.inline}>
          <TextInput
            label={t('tags.name')}
            placeholder={t('tags.example')}
            value={name}
            maxLength={40}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button type="submit" loading={create.isPending} disabled={!name.trim()}>
            {t('tags.create')}
          </Button>
        </div>
        <Colors value={color} onChange={setColor} />
        {create.error && (
          <p role="alert" className={styles.error}>
            {sayError(create.error)}
          </p>
        )}
      </form>
    </section>
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

type Open = 'rename' | 'merge' | 'remove' | null

function TagRow({ tag, others }: { tag: Tag; others: readonly Tag[] }) {
  const { t } = useTranslation(['settings', 'common'])
  const mayWrite = useMayWrite()
  const mayManage = useMayManage()
  const [open, setOpen] = useState<Open>(null)
  const total = tag.open + tag.waiting + tag.snoozed + tag.resolved + tag.skipped
  return (
    <li className={tagStyles.row}>
      <div className={tagStyles.line}>
        <TagChip tag={tag} />
        <span className={styles.small}>{t('tags.count', { count: total })}</span>
        {mayWrite && (
          <Menu position="bottom-end" width={200}>
            <Menu.Target>
              <ActionIcon size={44} aria-label={t('tags.more', { name: tag.name })}>
                <IconDots size={20} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item onClick={() => setOpen('rename')}>{t('tags.rename')}</Menu.Item>
              {mayManage && others.length > 1 && (
                <Menu.Item onClick={() => setOpen('merge')}>{t('tags.merge')}</Menu.Item>
              )}
              {mayManage && (
                <Menu.Item onClick={() => setOpen('remove')}>{t('tags.remove')}</Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
        )}
      </div>
      {open === 'rename' && <Rename tag={tag} onDone={() => setOpen(null)} />}
      {open === 'merge' && <Merge tag={tag} others={others} onDone={() => setOpen(null)} />}
      {open === 'remove' && <Remove tag={tag} onDone={() => setOpen(null)} />}
    </li>
  )
}

function useAgain(onDone: () => void) {
  const cache = useQueryClient()
  return {
    onError: sayFailure,
    onSuccess: () => {
      onDone()
      void cache.invalidateQueries({ queryKey: tagsQuery.queryKey })
      void cache.invalidateQueries({ queryKey: ['conversations'] })
    },
  }
}

function Rename({ tag, onDone }: { tag: Tag; onDone: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const [name, setName] = useState(tag.name)
  const [color, setColor] = useState<TagColor>(tag.color)
  const again = useAgain(onDone)
  const save = useMutation({
    mutationFn: () => changeTag(tag.id, { name: name.trim(), color }),
    onSuccess: again.onSuccess,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim()) save.mutate()
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextInput
        label={t('tags.name')}
        value={name}
        maxLength={40}
        onChange={(event) => setName(event.currentTarget.value)}
        error={save.error ? sayError(save.error) : undefined}
        autoFocus
      />
      <Colors value={color} onChange={setColor} />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={!name.trim()}>
          {t('tags.save')}
        </Button>
      </div>
    </form>
  )
}

function Merge({ tag, others, onDone }: { tag: Tag; others: readonly Tag[]; onDone: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const [into, setInto] = useState<string | null>(null)
  const again = useAgain(onDone)
  const merge = useMutation({
    mutationFn: (id: string) => mergeTag(tag.id, id),
    ...again,
    onSuccess: (kept) => {
      again.onSuccess()
      say(t('tags.merged', { from: tag.name, into: kept.name }))
    },
  })
  return (
    <div className={styles.form}>
      <Select
        label={t('tags.into')}
        description={t('tags.mergeHint', { name: tag.name })}
        data={others
          .filter((other) => other.id !== tag.id)
          .map((other) => ({ value: other.id, label: other.name }))}
        value={into}
        onChange={setInto}
        searchable
      />
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button
          disabled={!into}
          loading={merge.isPending}
          onClick={() => into && merge.mutate(into)}
        >
          {t('tags.merge')}
        </Button>
      </div>
    </div>
  )
}

// Removing cannot be taken back, so it asks.
function Remove({ tag, onDone }: { tag: Tag; onDone: () => void }) {
  const { t } = useTranslation(['settings', 'common'])
  const remove = useMutation({ mutationFn: () => removeTag(tag.id), ...useAgain(onDone) })
  return (
    <div className={styles.form}>
      <p className={tagStyles.sure}>{t('tags.removeHint', { name: tag.name })}</p>
      <div className={styles.buttons}>
        <Button variant="default" onClick={onDone} autoFocus>
          {t('common:cancel')}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('tags.remove')}
        </Button>
      </div>
    </div>
  )
}

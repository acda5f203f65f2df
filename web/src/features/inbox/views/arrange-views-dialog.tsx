import '@mantine/core/styles/InlineInput.css'
import '@mantine/core/styles/Checkbox.css'
import { ActionIcon, Checkbox, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Id, SavedView, SavedViewBody } from '@/api/types'
import { arrangeViews, changeView, createView, removeView, viewsQuery } from '@/api/views'
import { Tip } from '@/ui/tip'
import { offerUndo, sayFailure } from '@/ui/toast'
import { Ask } from '../dialogs/ask'
import styles from './arrange-views-dialog.module.css'

// Saved views: their names, their order, who sees them.
export default function ArrangeViewsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('inbox')
  const { data: views = [] } = useQuery(viewsQuery)
  return (
    <Ask title={t('saved.arrange')} onClose={onClose}>
      <Group title={t('saved.own')} views={views.filter((view) => !view.shared)} />
      <Group title={t('saved.shared')} views={views.filter((view) => view.shared)} />
    </Ask>
  )
}

// All of it that a member says: a view that is renamed keeps what it narrows to.
const bodyOf = ({ id, mine, may_change, total, ...body }: SavedView): SavedViewBody => body

function Group({ title, views }: { title: string; views: readonly SavedView[] }) {
  const cache = useQueryClient()
  const again = () => void cache.invalidateQueries({ queryKey: viewsQuery.queryKey })
  const arrange = useMutation({
    mutationFn: (ids: Id[]) => arrangeViews(ids),
    onMutate: (ids) => {
      cache.setQueryData(viewsQuery.queryKey, (known) => {
        if (!known) return known
        const place = new Map(ids.map((id, index) => [id, index]))
        const moved = known.items
          .filter((one) => place.has(one.id))
          .toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
        return {
          items: known.items.map((one) => (place.has(one.id) ? (moved.shift() ?? one) : one)),
        }
      })
    },
    onError: sayFailure,
    onSettled: again,
  })
  if (views.length === 0) return null
  const movable = views.every((view) => view.may_change)
  const move = (at: number, step: 1 | -1) => {
    const ids = views.map((view) => view.id)
    const [id] = ids.splice(at, 1)
    if (id) ids.splice(at + step, 0, id)
    arrange.mutate(ids)
  }
  return (
    <section className={styles.group}>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {views.map((view, at) => (
          <Row
            key={view.id}
            view={view}
            onUp={movable && at > 0 ? () => move(at, -1) : undefined}
            onDown={movable && at < views.length - 1 ? () => move(at, 1) : undefined}
            onChanged={again}
          />
        ))}
      </ul>
    </section>
  )
}

interface RowProps {
  view: SavedView
  onUp: (() => void) | undefined
  onDown: (() => void) | undefined
  onChanged: () => void
}

function Row({ view, onUp, onDown, onChanged }: RowProps) {
  const { t } = useTranslation('inbox')
  const mayShare = useMayWrite()
  const [name, setName] = useState(view.name)
  const change = useMutation({
    mutationFn: (part: Partial<SavedViewBody>) => changeView(view.id, { ...bodyOf(view), ...part }),
    onError: (error) => {
      setName(view.name)
      sayFailure(error)
    },
    onSettled: onChanged,
  })
  const remove = useMutation({
    mutationFn: () => removeView(view.id),
    onSuccess: () =>
      offerUndo(t('saved.removed', { name: view.name }), () => {
        createView(bodyOf(view)).then(onChanged, sayFailure)
      }),
    onError: sayFailure,
    onSettled: onChanged,
  })
  const rename = () => {
    const next = name.trim()
    if (next && next !== view.name) change.mutate({ name: next })
    else setName(view.name)
  }
  if (!view.may_change) {
    return (
      <li className={styles.row}>
        <bdi className={styles.name}>{view.name}</bdi>
      </li>
    )
  }
  return (
    <li className={styles.row}>
      <TextInput
        className={styles.name}
        aria-label={t('saved.rename', { name: view.name })}
        value={name}
        maxLength={100}
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur()
        }}
      />
      {mayShare && view.mine && (
        <Tip label={t('saved.share')}>
          <Checkbox
            aria-label={t('saved.shareOne', { name: view.name })}
            checked={view.shared}
            onChange={(event) => change.mutate({ shared: event.currentTarget.checked })}
          />
        </Tip>
      )}
      <ActionIcon
        size={40}
        aria-label={t('saved.up', { name: view.name })}
        disabled={!onUp}
        onClick={onUp}
      >
        <IconArrowUp size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        size={40}
        aria-label={t('saved.down', { name: view.name })}
        disabled={!onDown}
        onClick={onDown}
      >
        <IconArrowDown size={18} stroke={1.6} />
      </ActionIcon>
      <ActionIcon
        size={40}
        aria-label={t('saved.remove', { name: view.name })}
        onClick={() => remove.mutate()}
      >
        <IconTrash size={18} stroke={1.6} />
      </ActionIcon>
    </li>
  )
}

import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCategory } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import {
  categoriesQuery,
  changeCategory,
  createCategory,
  removeCategory,
} from '@/api/knowledge/categories'
import { articlesKey } from '@/api/knowledge/keys'
import type { Category } from '@/api/knowledge/types'
import { useMayWrite } from '@/api/session'
import { Empty } from '@/ui/empty'
import { NamedList, NamedRow, NewName, RemoveForm, RenameForm } from '@/ui/names'
import { sayFailure } from '@/ui/toast'
import { Frame } from '../shared/frame'
import styles from './categories.module.css'
import { moved } from './moved'

// What the articles are sorted under, in the order in which people see it.
export function CategoriesScreen() {
  const { t } = useTranslation('knowledge')
  const cache = useQueryClient()
  const categories = useQuery(categoriesQuery)
  const mayWrite = useMayWrite()
  const again = () => void cache.invalidateQueries({ queryKey: categoriesQuery.queryKey })
  const moving = useMutation({
    mutationFn: ({ id, name, place }: Pick<Category, 'id' | 'name' | 'place'>) =>
      changeCategory(id, { name, place }),
    onMutate: ({ id, place }) =>
      cache.setQueryData(
        categoriesQuery.queryKey,
        (data) => data && { items: moved(data.items, id, place) },
      ),
    onError: sayFailure,
    onSettled: again,
  })
  return (
    <Frame title={t('categories.title')} intro={t('categories.intro')}>
      {mayWrite && (
        <NewName
          example={t('categories.example')}
          add={t('categories.create')}
          onAdd={createCategory}
          onAdded={again}
        />
      )}
      <NamedList
        query={categories}
        testId="categories"
        empty={
          <Empty icon={<IconCategory size={26} stroke={1.6} />} title={t('categories.empty.title')}>
            {t('categories.empty.body')}
          </Empty>
        }
      >
        {(all) =>
          all.map((category, at) => (
            <Row
              key={category.id}
              category={category}
              mayWrite={mayWrite}
              isFirst={at === 0}
              isLast={at === all.length - 1}
              onMove={(step) => moving.mutate({ ...category, place: at + step })}
            />
          ))
        }
      </NamedList>
    </Frame>
  )
}

interface RowProps {
  category: Category
  mayWrite: boolean
  isFirst: boolean
  isLast: boolean
  onMove: (step: 1 | -1) => void
}

function Row({ category, mayWrite, isFirst, isLast, onMove }: RowProps) {
  const { t } = useTranslation(['knowledge', 'names'])
  const cache = useQueryClient()
  const { id, name, place, articles } = category
  const again = (done: () => void) => () => {
    done()
    void cache.invalidateQueries({ queryKey: categoriesQuery.queryKey })
    void cache.invalidateQueries({ queryKey: articlesKey })
  }
  return (
    <NamedRow
      menu={t('categories.more', { name })}
      acts={[
        mayWrite && {
          say: t('categories.rename'),
          form: (done) => (
            <RenameForm
              name={name}
              onSave={(to) => changeCategory(id, { name: to, place })}
              onSaved={again(done)}
              onCancel={done}
            />
          ),
        },
        mayWrite && {
          say: t('names:remove'),
          form: (done) => (
            <RemoveForm
              hint={t('categories.removeHint', { count: articles })}
              onRemove={() => removeCategory(id)}
              onRemoved={again(done)}
              onCancel={done}
            />
          ),
        },
      ]}
    >
      <span className={styles.row}>
        <Link to="/knowledge" search={{ category: id }} className={styles.name}>
          <bdi>{name}</bdi>
        </Link>
        <span className={styles.count}>{t('categories.count', { count: articles })}</span>
        {mayWrite && (
          <span className={styles.moves}>
            <ActionIcon
              size={44}
              disabled={isFirst}
              aria-label={t('categories.up', { name })}
              onClick={() => onMove(-1)}
            >
              <IconArrowUp size={18} stroke={1.6} />
            </ActionIcon>
            <ActionIcon
              size={44}
              disabled={isLast}
              aria-label={t('categories.down', { name })}
              onClick={() => onMove(1)}
            >
              <IconArrowDown size={18} stroke={1.6} />
            </ActionIcon>
          </span>
        )}
      </span>
    </NamedRow>
  )
}

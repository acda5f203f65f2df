import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { categoriesQuery } from '@/api/knowledge/categories'
import type { Article } from '@/api/knowledge/types'
import { membersQuery } from '@/api/members'
import { languageName } from '@/ui/language-name'
import { sayDate } from '@/ui/time'
import { useNow } from '@/ui/use-now'
import { When } from '@/ui/when'
import knowledge from '../shared/knowledge.module.css'
import styles from './editor.module.css'
import { type Written, writtenOf } from './written'

interface Props {
  theirs: Article
  mine: Written
  onMine: () => void
  onTheirs: () => void
}

// In the order in which they stand in the form.
const order = [
  ...([
    'title',
    'url',
    'kind',
    'medium',
    'category_id',
    'language',
    'owner_id',
    'review_at',
  ] as const),
  ...(['markdown', 'questions', 'slug'] as const),
] satisfies (keyof Written)[]

// Somebody changed the article while it was written here: both texts, until one is chosen.
export function Conflict({ theirs, mine, onMine, onTheirs }: Props) {
  const { t } = useTranslation('knowledge')
  const other = writtenOf(theirs)
  const say = useWords()
  const differing = order.filter((key) => other[key] !== mine[key])
  return (
    <section
      className={styles.conflict}
      role="alert"
      aria-label={t('conflict.title')}
      data-testid="conflict"
    >
      <h2 className={styles.conflictTitle}>{t('conflict.title')}</h2>
      <p className={knowledge.flat}>
        {t('conflict.body')} <When at={theirs.changed_at} />
      </p>
      {differing.map((key) => (
        <div key={key} className={styles.versions}>
          <div>
            <h3 className={styles.label}>
              {t('conflict.theirs', { what: t(`conflict.what.${key}`) })}
            </h3>
            <pre className={styles.version}>{say(key, other) || t('conflict.nothing')}</pre>
          </div>
          <div>
            <h3 className={styles.label}>
              {t('conflict.mine', { what: t(`conflict.what.${key}`) })}
            </h3>
            <pre className={styles.version}>{say(key, mine) || t('conflict.nothing')}</pre>
          </div>
        </div>
      ))}
      <div className={styles.acts}>
        <Button variant="default" onClick={onTheirs} data-testid="take-theirs">
          {t('conflict.takeTheirs')}
        </Button>
        <Button onClick={onMine} data-testid="keep-mine">
          {t('conflict.keepMine')}
        </Button>
      </div>
    </section>
  )
}

// What stands there, as the form says it.
function useWords(): (key: (typeof order)[number], of: Written) => string {
  const { t } = useTranslation('knowledge')
  const now = useNow()
  const { data: categories = [] } = useQuery(categoriesQuery)
  const { data: members = [] } = useQuery(membersQuery)
  const named = (all: readonly { id: string; name: string }[], id: string | null) =>
    all.find((one) => one.id === id)?.name ?? id ?? ''
  return (key, of) => {
    const value = of[key] ?? ''
    switch (key) {
      case 'kind':
        return t(`filter.kinds.${of.kind}`)
      case 'medium':
        return of.medium && t(`medium.${of.medium}`)
      case 'category_id':
        return named(categories, of.category_id)
      case 'owner_id':
        return named(members, of.owner_id)
      case 'language':
        return languageName(of.language) || value
      case 'review_at':
        return of.review_at ? sayDate(new Date(of.review_at), new Date(now)) : ''
      default:
        return value
    }
  }
}

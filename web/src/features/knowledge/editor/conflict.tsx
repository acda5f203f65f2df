import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Article } from '@/api/knowledge/types'
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

const shown = ['title', 'slug', 'url', 'language', 'markdown', 'questions'] as const

// Somebody changed the article while it was written here: both texts, until one is chosen.
export function Conflict({ theirs, mine, onMine, onTheirs }: Props) {
  const { t } = useTranslation('knowledge')
  const other = writtenOf(theirs)
  const differing = shown.filter((key) => other[key] !== mine[key])
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
            <pre className={styles.version}>{other[key] || t('conflict.nothing')}</pre>
          </div>
          <div>
            <h3 className={styles.label}>
              {t('conflict.mine', { what: t(`conflict.what.${key}`) })}
            </h3>
            <pre className={styles.version}>{mine[key] || t('conflict.nothing')}</pre>
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

import {
  IconExternalLink,
  IconFileText,
  IconPresentation,
  IconUser,
  IconVideo,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ArticleRow as Row } from '@/api/knowledge/types'
import { languageName } from '@/ui/language-name'
import { sayCount } from '@/ui/say-count'
import { sayDate } from '@/ui/time'
import { isDue } from '../shared/review'
import styles from './list.module.css'

const icons = {
  '': IconFileText,
  page: IconExternalLink,
  video: IconVideo,
  deck: IconPresentation,
  expert: IconUser,
}

interface Props {
  row: Row
  category: string | undefined
  owner: string | undefined
  // Several languages are in use: which one is worth saying.
  polyglot: boolean
  onFocus: (id: string) => void
}

// An article in one line: what it is called, and what there is to know of it.
export const ArticleRow = memo(function ArticleRow(props: Props) {
  const { row, category, owner, polyglot, onFocus } = props
  const { t } = useTranslation('knowledge')
  const { id, title, kind, medium, language, status, uses, review_at } = row
  const Icon = kind === 'resource' ? icons[medium] : icons['']
  const now = new Date()
  const due = isDue(row, now.getTime())
  return (
    <li>
      <Link
        to="/knowledge/$articleId"
        params={{ articleId: id }}
        className={styles.row}
        data-article={id}
        data-testid="article"
        onFocus={() => onFocus(id)}
      >
        <Icon
          size={18}
          stroke={1.6}
          className={styles.icon}
          role="img"
          aria-label={t(
            kind === 'resource' ? `medium.${medium || 'page'}` : 'filter.kinds.article',
          )}
        />
        <span className={styles.name}>
          <bdi className={styles.rowTitle} lang={language}>
            {title || t('untitled')}
          </bdi>
          <span className={styles.beside}>
            {category && <bdi>{category}</bdi>}
            {polyglot && <span>{languageName(language)}</span>}
            {owner && <bdi>{owner}</bdi>}
          </span>
        </span>
        <span className={styles.says}>
          <span className={styles.status} data-status={status}>
            {t(`status.${status}`)}
          </span>
          <span className={styles.review} data-due={due || undefined}>
            {review_at &&
              status !== 'archived' &&
              t(due ? 'row.due' : 'row.review', { day: sayDate(new Date(review_at), now) })}
          </span>
          <span className={styles.uses}>
            {uses > 0 && t('row.uses', { count: uses, said: sayCount(uses) })}
          </span>
        </span>
      </Link>
    </li>
  )
})

import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { gapsQuery } from '@/api/knowledge/gaps'
import { Place, placeBadge, placeLink } from '@/ui/place/place'
import styles from './knowledge.module.css'

interface Props {
  title: string
  intro?: string
  // What can be done here, beside the title.
  tools?: ReactNode
  // An article needs the room, and lies within the articles.
  wide?: boolean
  // The title stands on the screen already.
  quiet?: boolean
  children: ReactNode
}

// One of the screens of Knowledge, and the way to the others.
export function Frame(props: Props) {
  const { t } = useTranslation('knowledge')
  const links = (
    <>
      <Link
        to="/knowledge"
        activeOptions={{ exact: true, includeSearch: false }}
        className={placeLink}
        data-within={props.wide}
      >
        {t('places.articles')}
      </Link>
      <Link to="/knowledge/gaps" className={placeLink}>
        {t('places.gaps')}
        <OpenGaps />
      </Link>
      <Link to="/knowledge/categories" className={placeLink}>
        {t('places.categories')}
      </Link>
      <Link to="/knowledge/move" className={placeLink}>
        {t('places.move')}
      </Link>
      <Link to="/knowledge/site" className={placeLink}>
        {t('places.site')}
      </Link>
    </>
  )
  return <Place name={t('title')} links={links} {...props} />
}

// How many questions have no article. It is a hint: while it is not known, nothing stands here.
function OpenGaps() {
  const { t } = useTranslation('knowledge')
  const { data: count = 0 } = useQuery({
    ...gapsQuery,
    select: ({ items }) => items.filter(({ state }) => state === 'open').length,
    staleTime: 60_000,
    retry: false,
  })
  if (count === 0) return null
  return (
    <>
      <span className={placeBadge} aria-hidden data-testid="open-gaps">
        {count}
      </span>
      <span className={styles.hidden}>{t('places.open', { count })}</span>
    </>
  )
}

import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { alertsQuery, isNotThere } from '@/api/listening/alerts'
import { Place, placeBadge, placeLink } from '@/ui/place/place'

interface Props {
  title: string
  intro?: string
  // What can be done here, beside the title.
  tools?: ReactNode
  // A monitor and its editor need the room, and lie within the monitors.
  wide?: boolean
  children: ReactNode
}

// One of the screens of Listen, and the way to the others.
export function ListenFrame(props: Props) {
  const { t } = useTranslation('listen')
  const { data: alerts, error } = useInfiniteQuery(alertsQuery)
  const unread = (alerts?.pages[0]?.items ?? []).filter((alert) => !alert.read).length
  const links = (
    <>
      <Link
        to="/listen"
        activeOptions={{ exact: true, includeSearch: false }}
        className={placeLink}
        data-within={props.wide}
      >
        {t('places.monitors')}
      </Link>
      <Link to="/listen/coverage" className={placeLink}>
        {t('places.coverage')}
      </Link>
      {!isNotThere(error) && (
        <Link to="/listen/alerts" className={placeLink} data-testid="alerts-link">
          {t('places.alerts')}
          {unread > 0 && (
            <span className={placeBadge}>{t('alerts.unread', { count: unread })}</span>
          )}
        </Link>
      )}
    </>
  )
  return <Place name={t('title')} links={links} {...props} />
}

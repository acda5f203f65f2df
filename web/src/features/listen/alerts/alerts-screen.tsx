import { IconBell, IconMoodSad, IconTrendingUp, IconUserStar } from '@tabler/icons-react'
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { alertsQuery, markAlertsRead } from '@/api/listening/alerts'
import { alertsKey } from '@/api/listening/keys'
import { monitorsQuery } from '@/api/listening/monitors'
import type { Alert } from '@/api/listening/types'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { TagDot } from '@/ui/tag-chip'
import { useShortcuts } from '@/ui/use-shortcuts'
import { When } from '@/ui/when'
import { Coming } from '../shared/coming'
import listen from '../shared/listen.module.css'
import { ListenFrame } from '../shared/listen-frame'
import { Stale } from '../shared/stale'
import styles from './alerts.module.css'
import { around } from './around'

const icons = { spike: IconTrendingUp, negative: IconMoodSad, person: IconUserStar } as const

// What somebody wanted to be told of, the newest first.
export function AlertsScreen() {
  const { t } = useTranslation('listen')
  const cache = useQueryClient()
  const alerts = useInfiniteQuery(alertsQuery)
  const all = alerts.data?.pages.flatMap((page) => page.items)
  const unread = all?.some((alert) => !alert.read) ?? false
  const read = useMutation({
    mutationFn: markAlertsRead,
    onSettled: () => cache.invalidateQueries({ queryKey: alertsKey }),
  })
  // Whoever has had them before their eyes has read them; until they leave, these stay marked as new.
  const seen = useRef(new Set<string>())
  for (const alert of all ?? []) if (!alert.read) seen.current.add(alert.id)
  const mark = useRef(read.mutate)
  mark.current = read.mutate
  useEffect(() => {
    if (!unread) return
    const timer = setTimeout(() => mark.current(), 2_000)
    return () => clearTimeout(timer)
  }, [unread])
  const { list, stop, setCursor } = useAlertKeys(all ?? [])
  return (
    <ListenFrame title={t('alerts.title')} intro={t('alerts.intro')}>
      {alerts.isPending ? (
        <Coming rows={4} height={76} />
      ) : !all ? (
        <Failure error={alerts.error} retry={() => void alerts.refetch()} />
      ) : all.length === 0 ? (
        <section className={listen.card}>
          <Empty icon={<IconBell size={26} stroke={1.6} />} title={t('alerts.none.title')}>
            <p style={{ margin: '0 0 12px' }}>{t('alerts.none.body')}</p>
            <Link to="/listen">{t('alerts.none.go')}</Link>
          </Empty>
        </section>
      ) : (
        <>
          <Stale query={alerts} />
          <ul className={styles.list} data-testid="alerts" ref={list}>
            {all.map((alert) => (
              <One
                key={alert.id}
                alert={alert}
                isNew={seen.current.has(alert.id)}
                isStop={alert.id === stop}
                onFocus={setCursor}
              />
            ))}
          </ul>
          {alerts.hasNextPage && (
            <button
              type="button"
              className={styles.more}
              onClick={() => void alerts.fetchNextPage()}
            >
              {t('heard.more')}
            </button>
          )}
        </>
      )}
    </ListenFrame>
  )
}

// Through the alerts by j and k; Enter opens what one speaks of.
function useAlertKeys(alerts: readonly Alert[]) {
  const navigate = useNavigate()
  const list = useRef<HTMLUListElement>(null)
  const [cursor, setCursor] = useState<string | null>(null)
  const move = (step: 1 | -1) => () => {
    const at = alerts.findIndex(({ id }) => id === cursor)
    const next = alerts[at === -1 ? 0 : at + step]
    if (!next) return
    setCursor(next.id)
    const found = list.current?.querySelector<HTMLElement>(`[data-alert="${next.id}"]`)
    found?.focus({ preventScroll: true })
    found?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts({
    j: move(1),
    k: move(-1),
    Enter: (event) => {
      const { alert: of } = (event.target as HTMLElement).dataset
      const one = alerts.find(({ id }) => id === of)
      if (!one) return false
      void navigate(
        one.conversation
          ? { to: '/inbox/$conversationId', params: { conversationId: one.conversation } }
          : {
              to: '/listen/$monitorId',
              params: { monitorId: one.monitor },
              search: around(one),
            },
      )
    },
  })
  const stop = alerts.some(({ id }) => id === cursor) ? cursor : alerts[0]?.id
  return { list, stop, setCursor }
}

interface OneProps {
  alert: Alert
  isNew: boolean
  isStop: boolean
  onFocus: (id: string) => void
}

function One({ alert, isNew, isStop, onFocus }: OneProps) {
  const { t } = useTranslation('listen')
  const { data: monitors } = useQuery(monitorsQuery)
  const monitor = monitors?.find(({ id }) => id === alert.monitor)
  const Icon = icons[alert.kind]
  return (
    // The list item is where j and k lead: what it says is read out, and Enter opens it.
    <li
      className={styles.alert}
      data-new={isNew || undefined}
      data-alert={alert.id}
      tabIndex={isStop ? 0 : -1}
      onFocus={() => onFocus(alert.id)}
    >
      <Icon size={20} stroke={1.6} aria-hidden />
      <div className={styles.what}>
        <p className={styles.says}>
          {isNew && <span className={styles.new}>{t('alerts.new')}</span>} {alert.says}
        </p>
        <p className={styles.fine}>
          <span>{t(`alerts.kind.${alert.kind}`)}</span>
          {monitor && (
            <span className={styles.monitor}>
              <TagDot color={monitor.color} />
              <bdi>{monitor.name}</bdi>
            </span>
          )}
          <When at={alert.at} />
        </p>
        <p className={styles.links}>
          {alert.conversation && (
            <Link to="/inbox/$conversationId" params={{ conversationId: alert.conversation }}>
              {t('alerts.conversation')}
            </Link>
          )}
          {monitor && (
            <Link to="/listen/$monitorId" params={{ monitorId: monitor.id }} search={around(alert)}>
              {t('alerts.posts', { count: alert.posts.length })}
            </Link>
          )}
        </p>
      </div>
    </li>
  )
}

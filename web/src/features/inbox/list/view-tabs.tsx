import { Menu } from '@mantine/core'
import {
  IconAdjustments,
  IconBookmarkPlus,
  IconChevronDown,
  IconListCheck,
} from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isTold, toSearch, type View } from '@/api/conversations/view'
import { countsQuery } from '@/api/counts'
import { useMayWrite } from '@/api/session'
import { viewsQuery } from '@/api/views'
import { sayCount } from '@/ui/say-count'
import { useListChoice } from '../inbox-context'
import styles from './list-header.module.css'

const SaveViewDialog = lazy(() => import('../views/save-view-dialog'))
const ArrangeViewsDialog = lazy(() => import('../views/arrange-views-dialog'))

const shown: View[] = ['open', 'mine', 'waiting']
const more: View[] = ['unassigned', 'snoozed', 'resolved', 'skipped', 'all']

export function ViewTabs() {
  const { t } = useTranslation(['inbox', 'common'])
  const { filter, saved, show, setSelecting } = useListChoice()
  const { data: counts } = useQuery(countsQuery)
  const mayWrite = useMayWrite()
  const [dialog, setDialog] = useState<'save' | 'arrange' | null>(null)
  const count = (view: View) => (view === 'all' ? undefined : counts?.[view])
  // From view to view the narrowing goes along, but not an owner: some views name one themselves.
  const to = (view: View) => ({ ...filter, owner: undefined, view })
  const inMore = saved !== undefined || more.includes(filter.view)

  return (
    <nav className={styles.tabs} aria-label={t('views')}>
      {shown.map((view) => {
        const current = !saved && filter.view === view
        return (
          <Link
            key={view}
            to="/inbox"
            search={toSearch(to(view))}
            className={styles.tab}
            aria-current={current ? 'page' : undefined}
            activeOptions={{ exact: true, includeSearch: true }}
            data-current={current || undefined}
          >
            {t(`view.${view}`)}
            <span className={styles.count}>{sayCount(count(view))}</span>
          </Link>
        )
      })}
      <Menu position="bottom-end" width={270}>
        <Menu.Target>
          <button
            type="button"
            className={`${styles.tab} ${styles.more}`}
            data-current={inMore || undefined}
            data-testid="more-views"
          >
            <span className={styles.savedName}>
              {saved ? saved.name : inMore ? t(`view.${filter.view}`) : t('common:more')}
            </span>
            <IconChevronDown size={16} stroke={1.8} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles.menu}>
          {more.map((view) => (
            <Menu.Item
              key={view}
              onClick={() => show(to(view))}
              rightSection={<span className={styles.menuCount}>{sayCount(count(view))}</span>}
            >
              {t(`view.${view}`)}
            </Menu.Item>
          ))}
          <SavedViews onArrange={() => setDialog('arrange')} />
          <Menu.Divider />
          {filter.view !== 'mentions' && !isTold(filter) && (
            <Menu.Item
              leftSection={<IconBookmarkPlus size={18} stroke={1.6} aria-hidden />}
              onClick={() => setDialog('save')}
            >
              {t('saved.save')}
            </Menu.Item>
          )}
          {mayWrite && (
            <Menu.Item
              leftSection={<IconListCheck size={18} stroke={1.6} aria-hidden />}
              onClick={() => setSelecting(true)}
            >
              {t('many.select')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        {dialog === 'save' && <SaveViewDialog filter={filter} onClose={() => setDialog(null)} />}
        {dialog === 'arrange' && <ArrangeViewsDialog onClose={() => setDialog(null)} />}
      </Suspense>
    </nav>
  )
}

function SavedViews({ onArrange }: { onArrange: () => void }) {
  const { t } = useTranslation('inbox')
  const { saved } = useListChoice()
  const navigate = useNavigate()
  const { data: views = [] } = useQuery(viewsQuery)
  if (views.length === 0) return null
  const item = (view: (typeof views)[number]) => (
    <Menu.Item
      key={view.id}
      data-current={saved?.id === view.id || undefined}
      onClick={() => void navigate({ to: '.', search: { saved: view.id } })}
      rightSection={<span className={styles.menuCount}>{view.total}</span>}
    >
      <bdi>{view.name}</bdi>
    </Menu.Item>
  )
  const own = views.filter((view) => !view.shared)
  const shared = views.filter((view) => view.shared)
  return (
    <>
      {own.length > 0 && <Menu.Label>{t('saved.own')}</Menu.Label>}
      {own.map(item)}
      {shared.length > 0 && <Menu.Label>{t('saved.shared')}</Menu.Label>}
      {shared.map(item)}
      <Menu.Item
        leftSection={<IconAdjustments size={18} stroke={1.6} aria-hidden />}
        onClick={onArrange}
      >
        {t('saved.arrange')}
      </Menu.Item>
    </>
  )
}

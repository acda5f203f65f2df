import { Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { View } from '@/api/conversations/view'
import { countsQuery } from '@/api/counts'
import { sayCount } from '@/ui/say-count'
import { useInbox } from '../inbox-context'
import styles from './list-header.module.css'

const shown: View[] = ['open', 'mine', 'waiting']
const more: View[] = ['unassigned', 'snoozed', 'resolved', 'skipped', 'all']

export function ViewTabs() {
  const { t } = useTranslation(['inbox', 'common'])
  const { filter } = useInbox()
  const navigate = useNavigate()
  const { data: counts } = useQuery(countsQuery)
  const count = (view: View) => (view === 'all' ? undefined : counts?.[view])
  const inMore = more.includes(filter.view)

  return (
    <nav className={styles.tabs} aria-label={t('views')}>
      {shown.map((view) => (
        <Link
          key={view}
          to="/inbox"
          search={{ ...filter, view: view === 'open' ? undefined : view }}
          className={styles.tab}
          aria-current={filter.view === view ? 'page' : undefined}
          activeOptions={{ exact: true, includeSearch: true }}
          data-current={filter.view === view || undefined}
        >
          {t(`view.${view}`)}
          <span className={styles.count}>{sayCount(count(view))}</span>
        </Link>
      ))}
      <Menu position="bottom-end" width={220}>
        <Menu.Target>
          <button
            type="button"
            className={`${styles.tab} ${styles.more}`}
            data-current={inMore || undefined}
          >
            {inMore ? t(`view.${filter.view}`) : t('common:more')}
            <IconChevronDown size={16} stroke={1.8} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {more.map((view) => (
            <Menu.Item
              key={view}
              onClick={() => void navigate({ to: '/inbox', search: { ...filter, view } })}
              rightSection={<span className={styles.menuCount}>{count(view)}</span>}
            >
              {t(`view.${view}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </nav>
  )
}

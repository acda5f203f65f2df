import { ActionIcon } from '@mantine/core'
import { IconAt } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { countsQuery } from '@/api/counts'
import { Tip } from '@/ui/tip'
import { useListChoice } from '../inbox-context'
import styles from './list-header.module.css'

// Notes in which a teammate named me; the number is how many conversations I have not looked at.
export function MentionsButton() {
  const { t } = useTranslation('inbox')
  const { filter, show } = useListChoice()
  const { data: counts } = useQuery(countsQuery)
  const unread = counts?.mentions ?? 0
  const shown = filter.view === 'mentions'
  const label = unread > 0 ? t('mention.unread', { count: unread }) : t('view.mentions')
  return (
    <Tip label={label}>
      <ActionIcon
        size={40}
        className={styles.mentions}
        aria-label={label}
        aria-pressed={shown}
        color={shown || unread > 0 ? 'teal' : 'gray'}
        onClick={() => show({ view: shown ? 'open' : 'mentions' })}
        data-testid="mentions"
      >
        <IconAt size={20} stroke={1.6} aria-hidden />
        {unread > 0 && <span className={styles.badge}>{unread > 99 ? '99+' : unread}</span>}
      </ActionIcon>
    </Tip>
  )
}

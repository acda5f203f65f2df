import { Button } from '@mantine/core'
import { IconChecks, IconFilterOff, IconMoodEmpty, IconPlugConnected } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { channelsQuery } from '@/api/channels'
import { isNarrowed } from '@/api/conversations/view'
import { Empty } from '@/ui/empty'
import { useListChoice } from '../inbox-context'

// Nobody here: because all are answered, because nothing matches, or because nothing is connected.
export function ListEmpty() {
  const { t } = useTranslation('inbox')
  const { filter } = useListChoice()
  const channels = useQuery(channelsQuery)

  if (channels.data?.length === 0) {
    return (
      <Empty icon={<IconPlugConnected size={26} stroke={1.6} />} title={t('empty.start.title')}>
        <p style={{ margin: '0 0 16px' }}>{t('empty.start.body')}</p>
        <Button component={Link} to="/settings/channels">
          {t('empty.start.go')}
        </Button>
      </Empty>
    )
  }
  if (filter.q) {
    return (
      <Empty
        icon={<IconMoodEmpty size={26} stroke={1.6} />}
        title={t('empty.search.title', { q: filter.q })}
      >
        {t('empty.search.body')}
      </Empty>
    )
  }
  // "Nobody is waiting" would not be true of everyone.
  if (isNarrowed(filter)) {
    return (
      <Empty icon={<IconFilterOff size={26} stroke={1.6} />} title={t('empty.narrow.title')}>
        {t('empty.narrow.body')}
      </Empty>
    )
  }
  return (
    <Empty icon={<IconChecks size={26} stroke={1.6} />} title={t(`empty.${filter.view}.title`)}>
      {t(`empty.${filter.view}.body`)}
    </Empty>
  )
}

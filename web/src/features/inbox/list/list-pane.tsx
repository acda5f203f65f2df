import { Button } from '@mantine/core'
import { IconBookmarkOff } from '@tabler/icons-react'
import { lazy, Suspense, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { useInbox, useListChoice } from '../inbox-context'
import { useSortKeys } from '../use-sort-keys'
import { ConversationList, type ListResult } from './conversation-list'
import { ListEmpty } from './list-empty'
import { ListHeader } from './list-header'
import { ListSkeleton } from './list-skeleton'

const BulkBar = lazy(() => import('./bulk-bar'))

interface Props {
  list: ListResult
  // The address names a saved view that is not there, or is somebody else's own.
  isGone: boolean
}

export function ListPane({ list, isGone }: Props) {
  const { rows, selecting } = useInbox()
  useSortKeys()
  // The ticked row comes first.
  const hasBar = useDeferredValue(selecting && rows.length > 0)
  return (
    <>
      <ListHeader />
      {isGone ? (
        <ViewGone />
      ) : list.isPending ? (
        <ListSkeleton />
      ) : rows.length > 0 ? (
        <ConversationList list={list} />
      ) : list.isError ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : (
        <ListEmpty />
      )}
      {hasBar && (
        <Suspense>
          <BulkBar />
        </Suspense>
      )}
    </>
  )
}

function ViewGone() {
  const { t } = useTranslation('inbox')
  const { show } = useListChoice()
  return (
    <Empty icon={<IconBookmarkOff size={26} stroke={1.6} />} title={t('saved.gone.title')}>
      <p style={{ margin: '0 0 16px' }}>{t('saved.gone.body')}</p>
      <Button variant="default" onClick={() => show({ view: 'open' })}>
        {t('saved.gone.go')}
      </Button>
    </Empty>
  )
}

import { Failure } from '@/ui/failure'
import { useInbox } from '../inbox-context'
import { useSortKeys } from '../use-sort-keys'
import { ConversationList, type ListResult } from './conversation-list'
import { ListEmpty } from './list-empty'
import { ListHeader } from './list-header'
import { ListSkeleton } from './list-skeleton'

export function ListPane({ list }: { list: ListResult }) {
  const { rows } = useInbox()
  useSortKeys()
  return (
    <>
      <ListHeader />
      {list.isPending ? (
        <ListSkeleton />
      ) : rows.length > 0 ? (
        <ConversationList list={list} />
      ) : list.isError ? (
        <Failure error={list.error} retry={() => void list.refetch()} />
      ) : (
        <ListEmpty />
      )}
    </>
  )
}

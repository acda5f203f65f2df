import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useCallback, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '@/api/session'
import type { Id } from '@/api/types'
import { useInbox } from '../inbox-context'
import { usePresent } from '../presence/use-present'
import styles from './conversation-list.module.css'
import { ConversationRow, rowHeight } from './conversation-row'
import { useListKeys } from './use-list-keys'

export type ListResult = Pick<
  UseInfiniteQueryResult,
  | 'isPending'
  | 'isError'
  | 'error'
  | 'refetch'
  | 'hasNextPage'
  | 'isFetchingNextPage'
  | 'fetchNextPage'
>

// Only the rows in sight are in the page; all have one height, so ten thousand scroll like ten.
export function ConversationList({ list }: { list: ListResult }) {
  const { t } = useTranslation('inbox')
  const {
    rows,
    cursorId,
    openId,
    filter,
    saved,
    selected,
    selecting,
    toggle,
    selectTo,
    setCursor,
    open,
  } = useInbox()
  const mayWrite = useMayWrite()
  const search = useLocation({ select: ({ searchStr }) => searchStr })
  const present = usePresent()
  const scroller = useRef<HTMLDivElement>(null)
  // The same function while the rows are the same, or every key would measure the whole list anew.
  const keyOf = useCallback((index: number) => rows[index]?.id ?? index, [rows])
  // One function for good, so that a key draws the rows it changes and no others.
  const latest = useRef({ toggle, selectTo, open, ticking: false })
  latest.current = { toggle, selectTo, open, ticking: mayWrite && selecting }
  const tick = useCallback((id: Id, span: boolean) => {
    if (span) latest.current.selectTo(id)
    else latest.current.toggle(id)
  }, [])
  const press = useCallback(
    (id: Id, span: boolean) => {
      if (latest.current.ticking || (span && mayWrite)) tick(id, span)
      else latest.current.open(id)
    },
    [tick, mayWrite],
  )
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: keyOf,
    overscan: 8,
    paddingStart: 4,
    paddingEnd: 24,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? 0

  const { hasNextPage, isFetchingNextPage, fetchNextPage, isError } = list
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && !isError && last >= rows.length - 15)
      void fetchNextPage()
  }, [hasNextPage, isFetchingNextPage, isError, fetchNextPage, last, rows.length])

  // Another list starts at its top.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is the reason to run
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [filter])

  useListKeys(scroller, (index) => virtual.scrollToIndex(index, { align: 'auto' }))
  const stop = rows.some((row) => row.id === cursorId) ? cursorId : rows[0]?.id

  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-testid="conversation-list"
      data-rows={rows.length}
      data-selecting={selecting || undefined}
    >
      <ul
        className={styles.list}
        style={{ height: virtual.getTotalSize() }}
        aria-label={saved?.name ?? t(`view.${filter.view}`)}
      >
        {items.map((item) => {
          const row = rows[item.index]
          if (!row) return null
          return (
            <li
              key={item.key}
              className={styles.item}
              style={{ height: item.size, transform: `translateY(${item.start}px)` }}
              aria-setsize={hasNextPage ? -1 : rows.length}
              aria-posinset={item.index + 1}
            >
              <ConversationRow
                row={row}
                isOpen={row.id === openId}
                isStop={row.id === stop}
                isSelected={selected.has(row.id)}
                isTickStop={selecting && row.id === stop}
                present={present.get(row.id)}
                search={search}
                onCursor={setCursor}
                onPress={press}
                onTick={tick}
              />
            </li>
          )
        })}
      </ul>
      {isError && (
        <button type="button" className={styles.more} onClick={() => void fetchNextPage()}>
          {t('list.moreFailed')}
        </button>
      )}
    </div>
  )
}

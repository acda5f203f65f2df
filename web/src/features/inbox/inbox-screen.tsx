// The Inbox: the list, the thread with its composer, and who is speaking. Three panes where there is
// room; on a phone the thread lies over the list, which keeps its place underneath.

import { useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, useParams } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listQuery } from '@/api/conversations/queries'
import type { ListFilter } from '@/api/conversations/view'
import type { ConversationRow, Id } from '@/api/types'
import { useIsPhone } from '@/ui/use-media'
import { Dialogs } from './dialogs/dialogs'
import { InboxProvider, type Question } from './inbox-context'
import styles from './inbox-screen.module.css'
import { focusRow } from './list/focus-row'
import { ListPane } from './list/list-pane'
import { fetchThreadPane, LazyThreadPane } from './thread/lazy-thread-pane'
import { NothingOpen } from './thread/nothing-open'
import { useOpen } from './use-open'

const route = getRouteApi('/desk/inbox')

export function InboxScreen() {
  const { t } = useTranslation('inbox')
  const { view = 'open', channel, q, order } = route.useSearch()
  const filter = useMemo<ListFilter>(() => ({ view, channel, q, order }), [view, channel, q, order])
  const openId = useParams({ strict: false }).conversationId
  const phone = useIsPhone()
  const list = useInfiniteQuery(listQuery(filter))
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const [cursor, setCursor] = useState<Id>()
  const [question, setQuestion] = useState<{ kind: Question; row: ConversationRow } | null>(null)
  const { open, close } = useOpen(openId)

  useEffect(() => {
    document.title = `${t('title')} · Rapport`
  }, [t])

  const moveOn = (from: Id) => {
    const at = rows.findIndex((row) => row.id === from)
    const next = rows[at + 1] ?? rows[at - 1]
    if (next) {
      setCursor(next.id)
      // The row that had the focus is about to go.
      if (!phone) focusRow(next.id)
    }
    if (openId !== from) return
    if (phone || !next) close()
    else open(next.id)
  }

  return (
    <InboxProvider
      value={{
        filter,
        rows,
        openId,
        cursorId: openId ?? cursor,
        setCursor,
        open,
        close,
        moveOn,
        ask: (kind, row) => setQuestion({ kind, row }),
      }}
    >
      <div className={styles.panes} data-open={openId !== undefined || undefined}>
        <section
          className={styles.list}
          data-look="list"
          aria-label={t('title')}
          inert={phone && openId !== undefined}
          onPointerOver={fetchThreadPane}
          onTouchStart={fetchThreadPane}
          onFocus={fetchThreadPane}
        >
          <ListPane list={list} />
        </section>
        {openId ? <LazyThreadPane id={openId} /> : <NothingOpen />}
      </div>
      {question && (
        <Dialogs kind={question.kind} row={question.row} onClose={() => setQuestion(null)} />
      )}
    </InboxProvider>
  )
}

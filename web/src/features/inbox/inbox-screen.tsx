// The Inbox: the list, the thread with its composer, and who is speaking. Three panes where there is
// room; on a phone the thread lies over the list, which keeps its place underneath.

import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listQuery } from '@/api/conversations/queries'
import type { ConversationRow, Id } from '@/api/types'
import { useIsPhone } from '@/ui/use-media'
import { Dialogs } from './dialogs/dialogs'
import { type InboxContext, InboxProvider, type Question } from './inbox-context'
import styles from './inbox-screen.module.css'
import { focusRow } from './list/focus-row'
import { ListPane } from './list/list-pane'
import { fetchThreadPane, LazyThreadPane } from './thread/lazy-thread-pane'
import { NothingOpen } from './thread/nothing-open'
import { useCommands } from './use-commands'
import { useFilter } from './use-filter'
import { useOpen } from './use-open'
import { useSelection } from './use-selection'

export function InboxScreen() {
  const { t } = useTranslation('inbox')
  const { filter, show, saved, isReady, isGone } = useFilter()
  const phone = useIsPhone()
  const list = useInfiniteQuery({ ...listQuery(filter), enabled: isReady })
  const rows = useMemo(() => list.data?.pages.flatMap((page) => page.items) ?? [], [list.data])
  const [cursor, setCursor] = useState<Id>()
  const [question, setQuestion] = useState<{
    kind: Question
    rows: readonly ConversationRow[]
  } | null>(null)
  const { openId, open, close } = useOpen()
  const selection = useSelection(rows)

  useEffect(() => {
    document.title = `${t('title')} · Rapport`
  }, [t])

  // Another list, another selection.
  const { clearSelection } = selection
  // biome-ignore lint/correctness/useExhaustiveDependencies: the filter is the reason to run
  useEffect(() => clearSelection(), [filter, clearSelection])

  const moveOn = (from: readonly Id[]) => {
    const left = new Set(from)
    const last = rows.findLastIndex((row) => left.has(row.id))
    const next =
      rows.slice(last + 1).find((row) => !left.has(row.id)) ??
      rows.slice(0, Math.max(last, 0)).findLast((row) => !left.has(row.id))
    if (next) {
      setCursor(next.id)
      // The row that had the focus is about to go.
      if (!phone) focusRow(next.id)
    }
    if (!openId || !left.has(openId)) return
    if (phone || !next) close()
    else open(next.id)
  }

  const inbox: InboxContext = {
    filter,
    saved,
    show,
    rows,
    openId,
    cursorId: openId ?? cursor,
    setCursor,
    open,
    close,
    moveOn,
    ...selection,
    ask: (kind, about) => setQuestion({ kind, rows: about }),
  }

  return (
    <InboxProvider value={inbox}>
      <Commands />
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
          <ListPane list={list} isGone={isGone} />
        </section>
        {openId ? <LazyThreadPane id={openId} /> : <NothingOpen />}
      </div>
      {question && (
        <Dialogs kind={question.kind} rows={question.rows} onClose={() => setQuestion(null)} />
      )}
    </InboxProvider>
  )
}

function Commands() {
  useCommands()
  return null
}

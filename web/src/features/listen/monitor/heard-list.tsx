import { IconArrowUp, IconEar, IconFilterOff } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sayError } from '@/api/http'
import { heardQuery, newestQuery } from '@/api/listening/monitors'
import type { HeardPage, HeardPost, Monitor } from '@/api/listening/types'
import { useMayWrite } from '@/api/session'
import type { Id } from '@/api/types'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { useShortcuts } from '@/ui/use-shortcuts'
import { Coming } from '../shared/coming'
import listen from '../shared/listen.module.css'
import { countNew } from './count-new'
import { HeardFilters } from './heard-filters'
import { HeardItem } from './heard-item'
import styles from './monitor.module.css'
import { SkipDialog } from './skip-dialog'
import { isNarrowed, useHeardFilter } from './use-heard-filter'
import { useHeardVerbs } from './use-heard-verbs'

const none: HeardPost[] = []

// What was heard, the newest first. What is heard meanwhile is told of, and does not push away what
// somebody reads.
export function HeardList({ id, monitors }: { id: Id | 'all'; monitors: readonly Monitor[] }) {
  const { t } = useTranslation('listen')
  const cache = useQueryClient()
  const mayWrite = useMayWrite()
  const { filter } = useHeardFilter()
  const query = heardQuery(id, filter)
  const heard = useInfiniteQuery({ ...query, refetchOnMount: 'always' })
  const posts = useMemo(() => heard.data?.pages.flatMap((page) => page.items) ?? none, [heard.data])
  const fresh = useFresh(id, posts, heard.data?.pages[0], heard.isFetching)
  const [cursor, setCursor] = useState<Id | null>(null)
  const [asked, setAsked] = useState<HeardPost | null>(null)
  const list = useRef<HTMLUListElement>(null)
  const verbs = useHeardVerbs()
  const latest = useRef(verbs)
  latest.current = verbs

  const focus = (post: Id) => {
    const found = list.current?.querySelector<HTMLElement>(`[data-heard="${post}"]`)
    found?.focus({ preventScroll: true })
    found?.scrollIntoView({ block: 'nearest' })
  }
  const move = (step: 1 | -1) => {
    const at = posts.findIndex(({ post }) => post.id === cursor)
    const next = posts[at === -1 ? 0 : at + step]
    if (!next) return
    setCursor(next.post.id)
    focus(next.post.id)
  }
  // The one that has the focus, or had it last.
  const onOne = (run: (one: HeardPost) => void) => () => {
    const one = posts.find(({ post }) => post.id === cursor)
    if (!one) return false
    run(one)
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    Enter: (event) => {
      const target = event.target as HTMLElement
      if (!target.dataset.heard) return false
      onOne(verbs.answer)()
    },
    r: onOne(verbs.answer),
    o: mayWrite ? onOne(verbs.take) : () => false,
    s: mayWrite ? onOne(setAsked) : () => false,
    v: onOne(verbs.openOn),
  })
  const answer = useCallback((one: HeardPost) => latest.current.answer(one), [])
  const take = useCallback((one: HeardPost) => latest.current.take(one), [])

  // Where there is nothing to push away it shows at once; and what was found in earlier posts once all
  // of them are looked through.
  const { refetch } = heard
  const isEmpty = heard.data !== undefined && posts.length === 0
  useEffect(() => {
    if (isEmpty && fresh > 0) void refetch()
  }, [isEmpty, fresh, refetch])
  const isCatchingUp = monitors.some((one) => one.id === id && one.catching_up)
  const wasCatchingUp = useRef(isCatchingUp)
  useEffect(() => {
    if (wasCatchingUp.current && !isCatchingUp) void refetch()
    wasCatchingUp.current = isCatchingUp
  }, [isCatchingUp, refetch])

  const showNew = async () => {
    cache.setQueryData(
      query.queryKey,
      (data) => data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) },
    )
    await heard.refetch()
    const first = list.current?.querySelector<HTMLElement>('[data-heard]')
    first?.focus()
    first?.scrollIntoView({ block: 'nearest' })
  }

  const more = useRef<HTMLButtonElement>(null)
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError } = heard
  useEffect(() => {
    const button = more.current
    if (!button || !hasNextPage || isFetchNextPageError) return
    const seen = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting && !isFetchingNextPage) void fetchNextPage()
      },
      { rootMargin: '400px' },
    )
    seen.observe(button)
    return () => seen.disconnect()
  }, [hasNextPage, isFetchingNextPage, fetchNextPage, isFetchNextPageError])

  const stop = posts.some(({ post }) => post.id === cursor) ? cursor : posts[0]?.post.id
  return (
    <>
      <HeardFilters id={id} />
      <div role="status" className={styles.newBar}>
        {fresh > 0 && (
          <button type="button" className={styles.new} onClick={() => void showNew()}>
            <IconArrowUp size={16} stroke={2} aria-hidden />
            {t('heard.new', { count: fresh })}
          </button>
        )}
      </div>
      {heard.isPending ? (
        <Coming rows={4} height={150} />
      ) : !heard.data ? (
        <Failure error={heard.error} retry={() => void heard.refetch()} />
      ) : (
        <>
          {heard.isRefetchError && (
            <p role="alert" className={listen.notice} data-tone="warn">
              {t('stale', { why: sayError(heard.error) })}
            </p>
          )}
          {posts.length === 0 ? (
            <section className={listen.card}>
              {isNarrowed(filter) ? (
                <Empty
                  icon={<IconFilterOff size={26} stroke={1.6} />}
                  title={t('heard.narrow.title')}
                >
                  <p style={{ margin: 0 }}>{t('heard.narrow.body')}</p>
                </Empty>
              ) : (
                <Empty icon={<IconEar size={26} stroke={1.6} />} title={t('heard.empty.title')}>
                  <p style={{ margin: 0 }}>{t('heard.empty.body')}</p>
                </Empty>
              )}
            </section>
          ) : (
            <ul className={styles.heard} ref={list} aria-label={t('heard.title')}>
              {posts.map((one) => (
                <li key={one.post.id} className={styles.heardPlace}>
                  <HeardItem
                    heard={one}
                    of={id}
                    monitors={monitors}
                    mayWrite={mayWrite}
                    isStop={one.post.id === stop}
                    onFocus={setCursor}
                    onAnswer={answer}
                    onTake={take}
                    onSkip={setAsked}
                  />
                </li>
              ))}
            </ul>
          )}
          {hasNextPage && (
            <button
              ref={more}
              type="button"
              className={styles.more}
              onClick={() => void fetchNextPage()}
            >
              {isFetchNextPageError ? t('heard.moreFailed') : t('heard.more')}
            </button>
          )}
        </>
      )}
      {asked && (
        <SkipDialog
          onClose={() => setAsked(null)}
          onSkip={(reason, detail) => {
            setAsked(null)
            verbs.skip(asked, reason, detail)
          }}
        />
      )}
    </>
  )
}

// How many are new since the list was read.
function useFresh(
  id: Id | 'all',
  posts: readonly HeardPost[],
  first: HeardPage | undefined,
  isReading: boolean,
): number {
  const { filter } = useHeardFilter()
  const { data } = useQuery({
    ...newestQuery(id, filter),
    enabled: first !== undefined,
    initialData: first,
  })
  return useMemo(
    () =>
      isReading || !data ? 0 : countNew(data.items, new Set(posts.map(({ post }) => post.id))),
    [isReading, data, posts],
  )
}

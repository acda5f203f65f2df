import { Button } from '@mantine/core'
import { IconBook, IconFilterOff, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { articlesQuery } from '@/api/knowledge/articles'
import { categoriesQuery } from '@/api/knowledge/categories'
import type { ArticleRow as Row } from '@/api/knowledge/types'
import { membersQuery } from '@/api/members'
import { useMayWrite } from '@/api/session'
import type { Id } from '@/api/types'
import { useOffer } from '@/ui/commands'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { useShortcuts } from '@/ui/use-shortcuts'
import { Coming } from '../shared/coming'
import { Frame } from '../shared/frame'
import knowledge from '../shared/knowledge.module.css'
import { Stale } from '../shared/stale'
import { useMore } from '../shared/use-more'
import { ArticleRow } from './article-row'
import { Filters } from './filters'
import styles from './list.module.css'
import { isNarrowed, useArticleFilter } from './use-article-filter'

const none: Row[] = []

// All that the brand has written down, and what it points to elsewhere.
export function ArticlesScreen() {
  const { t } = useTranslation('knowledge')
  const navigate = useNavigate()
  const mayWrite = useMayWrite()
  const { filter } = useArticleFilter()
  const articles = useInfiniteQuery({
    ...articlesQuery(filter),
    placeholderData: keepPreviousData,
  })
  const { data: categories = [] } = useQuery(categoriesQuery)
  const { data: members = [] } = useQuery(membersQuery)
  const rows = useMemo(
    () => articles.data?.pages.flatMap((page) => page.items) ?? none,
    [articles.data],
  )
  const named = useMemo(() => new Map(categories.map(({ id, name }) => [id, name])), [categories])
  const owners = useMemo(() => new Map(members.map(({ id, name }) => [id, name])), [members])
  const languages = useSeen(rows)
  const list = useRef<HTMLUListElement>(null)
  const [cursor, setCursor] = useState<Id | null>(null)
  const more = useMore(articles)

  const write = (kind: 'article' | 'resource') =>
    void navigate({
      to: '/knowledge/$articleId',
      params: { articleId: 'new' },
      search: kind === 'resource' ? { kind } : {},
    })
  const move = (step: 1 | -1) => {
    const at = rows.findIndex(({ id }) => id === cursor)
    const next = rows[at === -1 ? 0 : at + step]
    if (!next) return
    setCursor(next.id)
    const found = list.current?.querySelector<HTMLElement>(`[data-article="${next.id}"]`)
    found?.focus({ preventScroll: true })
    found?.scrollIntoView({ block: 'nearest' })
  }
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    n: () => (mayWrite ? write('article') : false),
  })
  useOffer(() =>
    mayWrite
      ? (['article', 'resource'] as const).map((kind) => ({
          id: `new-${kind}`,
          group: t('title'),
          title: t(`new.${kind}`),
          key: kind === 'article' ? 'n' : undefined,
          run: () => write(kind),
        }))
      : [],
  )
  const focused = useCallback((id: Id) => setCursor(id), [])
  // While a search is cleared, what stands here still is what it found.
  const isFirst = rows.length === 0 && !isNarrowed(filter) && !articles.isPlaceholderData

  return (
    <Frame
      title={t('title')}
      intro={t('intro')}
      tools={
        mayWrite &&
        articles.data && (
          <>
            <Button variant="default" onClick={() => write('resource')}>
              {t('new.resource')}
            </Button>
            <Button
              leftSection={<IconPlus size={18} stroke={1.8} aria-hidden />}
              aria-keyshortcuts="n"
              onClick={() => write('article')}
              data-testid="new-article"
            >
              {t('new.article')}
            </Button>
          </>
        )
      }
    >
      {articles.isPending ? (
        <Coming />
      ) : !articles.data ? (
        <Failure error={articles.error} retry={() => void articles.refetch()} />
      ) : isFirst ? (
        <First mayWrite={mayWrite} />
      ) : (
        <>
          <Stale query={articles} />
          <Filters
            categories={categories}
            languages={languages}
            toReview={articles.data.pages[0]?.to_review ?? 0}
          />
          {rows.length === 0 ? (
            <Empty icon={<IconFilterOff size={26} stroke={1.6} />} title={t('narrow.title')}>
              <p className={knowledge.flat}>{t('narrow.body')}</p>
            </Empty>
          ) : (
            <ul
              ref={list}
              className={styles.list}
              aria-label={t('places.articles')}
              aria-busy={articles.isPlaceholderData}
              data-testid="articles"
            >
              {rows.map((row) => (
                <ArticleRow
                  key={row.id}
                  row={row}
                  category={row.category_id ? named.get(row.category_id) : undefined}
                  owner={row.owner_id ? owners.get(row.owner_id) : undefined}
                  polyglot={languages.length > 1}
                  onFocus={focused}
                />
              ))}
            </ul>
          )}
          {articles.hasNextPage && (
            <button
              ref={more}
              type="button"
              className={knowledge.more}
              onClick={() => void articles.fetchNextPage()}
            >
              {t(articles.isFetchNextPageError ? 'more.failed' : 'more.go')}
            </button>
          )}
        </>
      )}
    </Frame>
  )
}

// The languages met so far: narrowing the list takes none of them away.
function useSeen(rows: readonly Row[]): readonly string[] {
  const seen = useRef<readonly string[]>([])
  return useMemo(() => {
    const all = new Set([...seen.current, ...rows.map(({ language }) => language)])
    if (all.size !== seen.current.length) seen.current = [...all]
    return seen.current
  }, [rows])
}

function First({ mayWrite }: { mayWrite: boolean }) {
  const { t } = useTranslation('knowledge')
  return (
    <Empty icon={<IconBook size={26} stroke={1.6} />} title={t('empty.title')}>
      <p className={knowledge.flat}>{t('empty.body')}</p>
      {mayWrite && (
        <p className={knowledge.ways}>
          <Link to="/knowledge/$articleId" params={{ articleId: 'new' }}>
            {t('empty.write')}
          </Link>
          <Link to="/knowledge/move">{t('empty.import')}</Link>
        </p>
      )}
    </Empty>
  )
}

import { IconLink } from '@tabler/icons-react'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { articleQuery, usesQuery } from '@/api/knowledge/articles'
import type { ArticleUse } from '@/api/knowledge/types'
import { directionOf } from '@/ui/direction'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { When } from '@/ui/when'
import { Coming } from '../shared/coming'
import { Frame } from '../shared/frame'
import knowledge from '../shared/knowledge.module.css'
import { Stale } from '../shared/stale'
import { useMore } from '../shared/use-more'
import styles from './uses.module.css'

// In which conversations an article served, and what happened then.
export function UsesScreen() {
  const { t } = useTranslation('knowledge')
  const { articleId = '' } = useParams({ strict: false })
  const { data: article } = useQuery(articleQuery(articleId))
  const uses = useInfiniteQuery(usesQuery(articleId))
  const all = uses.data?.pages.flatMap((page) => page.items) ?? []
  const more = useMore(uses)
  return (
    <Frame title={t('uses.title')} intro={t('uses.intro')} wide>
      <p className={knowledge.sum}>
        <Link to="/knowledge/$articleId" params={{ articleId }} className={knowledge.link}>
          <bdi lang={article?.language}>{article?.title || t('uses.back')}</bdi>
        </Link>
      </p>
      {uses.isPending ? (
        <Coming height={74} />
      ) : !uses.data ? (
        <Failure error={uses.error} retry={() => void uses.refetch()} />
      ) : all.length === 0 ? (
        <Empty icon={<IconLink size={26} stroke={1.6} />} title={t('uses.empty.title')}>
          <p className={knowledge.flat}>{t('uses.empty.body')}</p>
        </Empty>
      ) : (
        <>
          <Stale query={uses} />
          <ul className={styles.list} data-testid="uses">
            {all.map((use) => (
              <Use key={use.id} use={use} />
            ))}
          </ul>
          {uses.hasNextPage && (
            <button
              ref={more}
              type="button"
              className={knowledge.more}
              onClick={() => void uses.fetchNextPage()}
            >
              {t(uses.isFetchNextPageError ? 'more.failed' : 'more.go')}
            </button>
          )}
        </>
      )}
    </Frame>
  )
}

function Use({ use }: { use: ArticleUse }) {
  const { t } = useTranslation('knowledge')
  const { conversation_id, person, excerpt, kind, by, at, state, again } = use
  const says = (
    <>
      <span className={styles.head}>
        <bdi className={styles.person}>{person || t('uses.somebody')}</bdi>
        <When at={at} short className={styles.when} />
      </span>
      {excerpt && (
        <span className={styles.words} dir={directionOf(excerpt)}>
          {excerpt}
        </span>
      )}
      <span className={styles.then}>
        <span>{by ? t(`uses.kindBy.${kind}`, { name: by.name }) : t(`uses.kind.${kind}`)}</span>
        {state && <span>{t(`uses.state.${state}`)}</span>}
        <span data-again={again ?? undefined}>{t(`uses.again.${again ?? 'no'}`)}</span>
      </span>
    </>
  )
  // A conversation that is gone leaves what was known of it.
  if (conversation_id === null) return <li className={styles.use}>{says}</li>
  return (
    <li>
      <Link
        to="/inbox/$conversationId"
        params={{ conversationId: conversation_id }}
        search={{ view: undefined }}
        className={styles.use}
      >
        {says}
      </Link>
    </li>
  )
}

import { IconFileOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '@/api/http'
import { articleQuery, readArticle } from '@/api/knowledge/articles'
import type { Article } from '@/api/knowledge/types'
import { useMayWrite } from '@/api/session'
import { Empty } from '@/ui/empty'
import { Failure } from '@/ui/failure'
import { Coming } from '../shared/coming'
import { Frame } from '../shared/frame'
import { ArticleForm } from './article-form'
import { whenLeft } from './saver'
import { useSession } from './use-session'
import { begin, type NewSearch, type Written } from './written'

// An article or a resource, new or there already.
export function EditorScreen() {
  const { articleId = 'new' } = useParams({ strict: false })
  const session = useSession(articleId)
  return session.isNew ? (
    <NewArticle key={session.key} id={articleId} onMade={session.made} />
  ) : (
    <OldArticle key={session.key} id={articleId} />
  )
}

function NewArticle({ id, onMade }: { id: string; onMade: (id: string) => void }) {
  const { t } = useTranslation('knowledge')
  const { kind, language, of } = useSearch({ strict: false }) as NewSearch
  // The address loses this once the article is made; the form has it by then.
  const [first] = useStill({ kind, language, of })
  const source = useQuery({ ...articleQuery(first.of ?? ''), enabled: first.of !== undefined })
  if (!useMayWrite()) return <MayNot />
  if (first.of !== undefined && !source.data) {
    return (
      <Frame title={t('new.article')} wide>
        {source.isPending ? (
          <Coming rows={3} height={120} />
        ) : (
          <Failure error={source.error} retry={() => void source.refetch()} />
        )}
      </Frame>
    )
  }
  const begun: Written = begin({
    kind: first.kind,
    language: first.language ?? navigator.language.split('-')[0],
    of: source.data,
  })
  const beginning = ['new', begun.kind, first.of, first.of && begun.language]
    .filter(Boolean)
    .join('-')
  return (
    <ArticleForm
      id={id}
      article={null}
      begun={begun}
      beginning={beginning}
      search={first}
      onMade={onMade}
    />
  )
}

function useStill<T>(value: T): [T] {
  const held = useRef(value)
  return [held.current]
}

function OldArticle({ id }: { id: string }) {
  const { t } = useTranslation('knowledge')
  const article = useQuery({
    ...articleQuery(id),
    // With what was typed here a moment ago and is still being saved.
    queryFn: ({ signal }) => whenLeft(id).then(() => readArticle(id, signal)),
    refetchOnMount: 'always',
  })
  // As it was when it was opened: what comes later is the form's to deal with.
  const first = useRef<Article | null>(null)
  if (!first.current && article.data && article.isFetchedAfterMount) first.current = article.data
  if (first.current)
    return <ArticleForm id={id} article={first.current} begun={begin({})} beginning="" />
  const isGone = article.error instanceof ApiError && article.error.status === 404
  return (
    <Frame title={t('title')} wide>
      {isGone ? (
        <Empty icon={<IconFileOff size={26} stroke={1.6} />} title={t('gone.title')}>
          <p style={{ margin: '0 0 12px' }}>{t('gone.body')}</p>
          <Link to="/knowledge">{t('gone.back')}</Link>
        </Empty>
      ) : article.isError ? (
        <Failure error={article.error} retry={() => void article.refetch()} />
      ) : (
        <Coming rows={3} height={120} />
      )}
    </Frame>
  )
}

function MayNot() {
  const { t } = useTranslation('knowledge')
  return (
    <Frame title={t('title')} wide>
      <Empty icon={<IconFileOff size={26} stroke={1.6} />} title={t('mayNot.title')}>
        {t('mayNot.body')}
      </Empty>
    </Frame>
  )
}

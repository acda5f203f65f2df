import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import {
  articleListKey,
  articleQuery,
  changeArticle,
  createArticle,
  latestArticles,
  readArticle,
} from '@/api/knowledge/articles'
import type { Article } from '@/api/knowledge/types'
import { forget, keptOf, keyOfNew } from './kept'
import { Saver } from './saver'
import { isTaken, type Written, writtenOf } from './written'

// An article as it is written here, and how far the server has it.
export function useSaver(article: Article | null, begun: Written, beginning: string) {
  const cache = useQueryClient()
  const [saver] = useState(() => {
    const has = (saved: Article) => {
      cache.setQueryData(articleQuery(saved.id).queryKey, saved)
      void cache.invalidateQueries({ queryKey: articleListKey })
      return saved
    }
    const newKey = article ? article.id : keyOfNew(beginning)
    return new Saver(
      article,
      article ? writtenOf(article) : begun,
      keptOf(newKey),
      {
        create: async (written, status) => has(await createArticle({ ...written, status })),
        change: async ({ id, version }, written, status) =>
          has(await changeArticle(id, { ...written, status, version })),
        read: (id) => cache.fetchQuery({ ...articleQuery(id), staleTime: 0 }),
        find,
        forget,
      },
      newKey,
    )
  })
  useEffect(() => {
    // What was kept from last time and may go out does so.
    saver.start()
    const back = () => saver.soon(0)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('online', back)
      void saver.stop()
    }
  }, [saver])
  return [saver, useSyncExternalStore(saver.listen, saver.now)] as const
}

// The server knows it by what it says alone.
async function find(written: Written): Promise<Article | null> {
  const { kind, language, title } = written
  const { items } = await latestArticles({ kind, language: language.toLowerCase() })
  for (const { id } of items.filter((row) => row.title === title.trim())) {
    const article = await readArticle(id)
    if (isTaken(written, article)) return article
  }
  return null
}

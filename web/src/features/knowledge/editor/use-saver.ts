import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import {
  articleListKey,
  articleQuery,
  changeArticle,
  createArticle,
} from '@/api/knowledge/articles'
import type { Article } from '@/api/knowledge/types'
import { forget, keptOf } from './kept'
import { Saver } from './saver'
import { type Written, writtenOf } from './written'

// An article as it is written here, and how far the server has it.
export function useSaver(article: Article | null, begun: Written, newKey: string) {
  const cache = useQueryClient()
  const [saver] = useState(() => {
    const has = (saved: Article) => {
      cache.setQueryData(articleQuery(saved.id).queryKey, saved)
      void cache.invalidateQueries({ queryKey: articleListKey })
      return saved
    }
    return new Saver(
      article,
      article ? writtenOf(article) : begun,
      keptOf(article?.id ?? newKey),
      {
        create: async (written, status) => has(await createArticle({ ...written, status })),
        change: async ({ id, version }, written, status) =>
          has(await changeArticle(id, { ...written, status, version })),
        read: (id) => cache.fetchQuery({ ...articleQuery(id), staleTime: 0 }),
        forget,
      },
      newKey,
    )
  })
  useEffect(() => {
    // What was kept from last time and may go out does so.
    saver.soon()
    const back = () => saver.soon(0)
    window.addEventListener('online', back)
    return () => {
      window.removeEventListener('online', back)
      saver.stop()
    }
  }, [saver])
  return [saver, useSyncExternalStore(saver.listen, saver.now)] as const
}

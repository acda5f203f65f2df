import { EditorView } from '@codemirror/view'
import { startTransition, useEffect, useMemo, useRef, useState } from 'react'
import type { Suggestion } from '@/api/coach'
import { hasLink } from './link-at'
import { useExtension } from './use-extension'

// What of the draft the coach's own look depends on. A letter seldom changes any of it, and then nothing is
// drawn again.
export function useDraftState(view: EditorView, articles: readonly Suggestion[]) {
  const [isEmpty, setEmpty] = useState(() => view.state.doc.length === 0)
  const [isActive, setActive] = useState(() => view.hasFocus)
  const [links, setLinks] = useState(() => linksIn(view, articles))
  const latest = useRef(articles)
  latest.current = articles
  useExtension(view, () =>
    EditorView.updateListener.of((update) => {
      if (!update.docChanged && !update.focusChanged) return
      // After the letter has been drawn.
      startTransition(() => {
        if (view.hasFocus) setActive(true)
        setEmpty(update.state.doc.length === 0)
        setLinks(linksIn(view, latest.current))
      })
    }),
  )
  // It may have got the focus before anybody listened.
  useEffect(() => {
    if (view.hasFocus) setActive(true)
  }, [view])
  useEffect(() => setLinks(linksIn(view, articles)), [view, articles])
  const linked: ReadonlySet<string> = useMemo(() => new Set(links.split('\n')), [links])
  return { isEmpty, isActive, linked }
}

function linksIn(view: EditorView, articles: readonly Suggestion[]): string {
  if (articles.length === 0) return ''
  const text = view.state.doc.toString()
  return articles
    .map(({ article }) => article.link)
    .filter((link) => hasLink(text, link))
    .join('\n')
}

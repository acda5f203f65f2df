// What somebody writes of an article, as the form holds it.

import type { Article, ArticleBody } from '@/api/knowledge/types'

export type Written = Omit<ArticleBody, 'status'>

// Of the address of a new one.
export interface NewSearch {
  kind?: 'resource'
  language?: string
  // The one it says in another language.
  of?: string
}

export interface Beginning {
  kind?: ArticleBody['kind']
  language?: string
  // The one that it says in another language.
  of?: Article
}

export function begin({ kind = 'article', language = 'en', of }: Beginning): Written {
  return {
    kind: of?.kind ?? kind,
    language,
    category_id: of?.category_id ?? null,
    // The same name in the address is what makes it the same article in another language.
    slug: of?.slug ?? '',
    title: of?.title ?? '',
    markdown: plainLines(of?.markdown ?? ''),
    url: of?.url ?? '',
    medium: of?.medium ?? (kind === 'resource' ? 'page' : ''),
    questions: '',
    owner_id: of?.owner_id ?? null,
    review_at: null,
  }
}

export function writtenOf(article: Article): Written {
  const { kind, language, category_id, slug, title, markdown } = article
  const { url, medium, questions, owner_id, review_at } = article
  return {
    ...{ kind, language, category_id, slug, title, markdown: plainLines(markdown) },
    ...{ url, medium, questions: plainLines(questions), owner_id, review_at },
  }
}

// Fields end their lines in one way; one who only looks at an article changes nothing of it.
export const plainLines = (text: string) => text.replace(/\r\n?/g, '\n')

export function isSame(a: Written, b: Written): boolean {
  return (Object.keys(a) as (keyof Written)[]).every((key) => a[key] === b[key])
}

// Without these there is nothing the server would take.
export function missing({ kind, title, url }: Written): 'title' | 'url' | null {
  if (title.trim() === '') return 'title'
  return kind === 'resource' && url.trim() === '' ? 'url' : null
}

// Nothing but white space apart: the server may tidy it, but not while somebody types.
function isAlike(a: unknown, b: unknown): boolean {
  const plain = (text: string) => text.split(/\s+/).filter(Boolean).join(' ')
  return typeof a === 'string' && typeof b === 'string' && plain(a) === plain(b)
}

// Does the server have what was sent? It tidies some of it and makes a name for the address.
export function isTaken(sent: Written, article: Article): boolean {
  const saved = writtenOf(article)
  return (Object.keys(sent) as (keyof Written)[]).every((key) => {
    const [ours, its] = [sent[key], saved[key]]
    if (key === 'slug' && ours === '') return true
    if (key === 'language') return String(ours).toLowerCase() === String(its).toLowerCase()
    return ours === its || (key !== 'markdown' && isAlike(ours, its))
  })
}

// What was sent, as the server has it now: the name it made for the address, a language in its own
// spelling; white space as it was typed.
export function accepted(sent: Written, saved: Written): Written {
  const result = { ...saved }
  for (const key of Object.keys(sent) as (keyof Written)[]) {
    if (isAlike(sent[key], saved[key])) Object.assign(result, { [key]: sent[key] })
  }
  return result
}

// The same for what is in the form by now: what was typed on since it was sent stays.
export function typedOn(sent: Written, now: Written, base: Written): Written {
  const result = { ...now }
  for (const key of Object.keys(now) as (keyof Written)[]) {
    if (now[key] === sent[key]) Object.assign(result, { [key]: base[key] })
  }
  return result
}

// The words of what a brand knows, as the server says them: its articles, resources elsewhere, where they
// were used, what is missing.

import type { components } from '../schema'
import type { Id, Time } from '../types'

type Schemas = components['schemas']

export type ArticleRow = Schemas['ArticleRow']
export type Article = Schemas['Article']
export type ArticlePage = Schemas['ArticlePage']
export type ArticleKind = Schemas['ArticleKind']
export type ArticleStatus = Schemas['ArticleStatus']
export type Medium = Schemas['Medium']

export const articleStatuses = ['draft', 'published', 'archived'] as const satisfies ArticleStatus[]
export const media = ['page', 'video', 'deck', 'expert'] as const satisfies Medium[]

// All of it: what is left out is not left as it was.
export type ArticleBody = Pick<
  Article,
  | 'kind'
  | 'status'
  | 'language'
  | 'category_id'
  | 'slug'
  | 'title'
  | 'markdown'
  | 'url'
  | 'medium'
  | 'questions'
  | 'owner_id'
  | 'review_at'
>

export type Category = Schemas['ArticleCategory']
export type UsePage = Schemas['ArticleUsePage']
export type ArticleUse = UsePage['items'][number]
export type Imported = Schemas['ArticleImport']
export type MarkdownFile = Schemas['ArticleFile']

// What no article answers, and the public page.

export interface Gap {
  id: Id
  name: string
  state: 'open' | 'written' | 'dismissed'
  people: number
  posts: number
  waiting: number
  first_at: Time
  last_at: Time
  words: string[]
  examples: GapPost[]
  article_id: Id | null
  // BCP 47, the primary part alone; "und": not told.
  language: string
  // In seconds.
  longest_wait: number
}

export interface GapPost {
  post_id: Id
  conversation_id: Id
  text: string
  author: string
  at: Time
}

export interface HelpSite {
  enabled: boolean
  slug: string
  title: string
  intro: string
  // Of its links; empty: ours.
  accent: string
  // Where it is read, once it is on.
  url: string
}

// The words of what a brand knows, as the server says them: its articles, resources elsewhere, where they
// were used, what is missing.

import type { components } from '../schema'

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

export type GapList = Schemas['GapList']
export type Gap = Schemas['Gap']
export type GapPost = Schemas['GapPost']
export type GapPostList = Schemas['GapPostList']

// As it is shown and changed; when it last was is nobody's question.
export type HelpSite = Omit<Schemas['HelpSite'], 'changed_at'>

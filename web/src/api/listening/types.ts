// The words of listening, as the server says them.

import type { AccountRef, Id, Post, Sentiment, SkipReason, TagColor, Time } from '../types'

// [begin, end) in bytes of UTF-8, as all spans of the API.
export interface ByteSpan {
  begin: number
  end: number
}

export interface Monitor {
  id: Id
  name: string
  query: string
  colour: TagColor
  paused: boolean
  created_at: Time
  changed_at: Time
  by: Id | null
  counts: { today: number; week: number; week_before: number }
  // Earlier posts are still being matched.
  catching_up: boolean
  // Why its query cannot be used any more; empty: it can.
  broken: string
}

export interface MonitorBody {
  name: string
  query: string
  colour?: TagColor
  paused?: boolean
  dialect?: Dialect
}

export const dialects = [
  'brandwatch',
  'meltwater',
  'talkwalker',
  'sprinklr',
  'x',
  'youscan',
  'sentione',
] as const
export type Dialect = (typeof dialects)[number]

export interface QueryFix extends ByteSpan {
  text: string
  says: string
}

export interface Diagnostic extends ByteSpan {
  severity: 'error' | 'warning'
  code: string
  message: string
  fix?: QueryFix | null
}

export interface ImportNote {
  operator: string
  became: 'kept' | 'approximated' | 'dropped'
  says: string
}

export interface QueryCheck {
  valid: boolean
  diagnostics: Diagnostic[]
  words: string
  printed: string
  notes: ImportNote[]
}

export interface QueryField {
  name: string
  kind: 'words' | 'choice' | 'name' | 'address' | 'count' | 'time'
  choices: string[]
  what: string
}

export type HeardState =
  | 'heard'
  | 'open'
  | 'waiting'
  | 'snoozed'
  | 'answered'
  | 'resolved'
  | 'skipped'

export interface HeardPost {
  post: Post
  author: AccountRef
  conversation: { id: Id; state: HeardState; skip_reason: SkipReason | null } | null
  monitors: { id: Id; spans: ByteSpan[] }[]
  // In a preview: what its query found it by.
  spans?: ByteSpan[]
}

export interface HeardPage {
  posts: HeardPost[]
  next: string | null
}

export interface PreviewTerm extends ByteSpan {
  text: string
  found: number
  alone: number
}

export interface PreviewPart {
  looked: number
  found: number
  back_to: Time
  next: string | null
  days: { day: string; found: number }[]
  samples: HeardPost[]
  terms: PreviewTerm[]
  beside: { word: string; found: number }[]
  rejected_words: { word: string; rejected: number; kept: number }[]
}

export interface Spike {
  from: Time
  to: Time
  total: number
  usual: number
  terms: { word: string; found: number }[]
  posts: HeardPost[]
  authors: number
}

export interface VolumeStep {
  at: Time
  total: number
  negative: number
}

export interface MonitorSummary {
  days: number
  total: number
  total_before: number
  negative: number
  looked_at: number
  volume: VolumeStep[]
  spikes: Spike[]
  sentiments: { sentiment: Sentiment; total: number }[]
  reasons: { key: string; name: string; total: number }[]
  languages: { language: string; total: number }[]
  networks: { network: string; total: number }[]
  authors: { account: AccountRef; total: number }[]
  sites: { site: string; total: number }[]
  links: { url: string; title: string; total: number }[]
  states: { state: HeardState; total: number }[]
  skip_reasons: { reason: SkipReason; total: number }[]
}

export interface Share {
  days: number
  monitors: { id: Id; total: number; total_before: number; share: number; negative: number }[]
  steps: { at: Time; totals: { id: Id; total: number }[] }[]
}

export interface ReadSpan {
  from: Time
  to: Time
  complete: boolean
  reason: string | null
}

export interface Backfill {
  state: 'none' | 'running' | 'done' | 'failed'
  from: Time | null
  to: Time | null
  reached: Time | null
  posts: number
  note: string | null
}

export interface ListeningSource {
  // null: a stream that all share.
  channel: Id | null
  network: string
  handle: string
  source: string
  state: 'reading' | 'behind' | 'paused' | 'error' | 'reconnect' | 'off'
  read_to: Time | null
  checked_at: Time | null
  error: string | null
  spans: ReadSpan[]
  backfill: Backfill
}

export type AlertKind = 'spike' | 'negative' | 'person'

export interface Alert {
  id: Id
  monitor: Id
  kind: AlertKind
  at: Time
  says: string
  posts: Id[]
  conversation: Id | null
  read: boolean
}

export interface AlertRule {
  kind: AlertKind
  app: boolean
  emails: string[]
  webhook: string
  // Only in the answer that makes it.
  webhook_secret?: string | null
  handles: string[]
}

// The words of listening, as the server says them.

import type { components } from '../schema'
import type { Id, Time } from '../types'

type Schemas = components['schemas']

// [begin, end) in bytes of UTF-8, as all spans of the API.
export type ByteSpan = Schemas['TextSpan']

export type Monitor = Schemas['Monitor']
export type MonitorPage = Schemas['MonitorPage']
export type MonitorBody = Schemas['MonitorBody']

export const dialects = [
  'brandwatch',
  'meltwater',
  'talkwalker',
  'sprinklr',
  'x',
  'youscan',
  'sentione',
] as const satisfies Schemas['QueryCheckBody']['dialect'][]
export type Dialect = (typeof dialects)[number]

export type QueryCheck = Schemas['QueryCheck']
export type Diagnostic = QueryCheck['diagnostics'][number]
export type QueryFix = NonNullable<Diagnostic['fix']>
export type ImportNote = QueryCheck['notes'][number]
export type QueryField = Schemas['QueryFieldList']['items'][number]

export type HeardPost = Schemas['HeardPost']
export type HeardPage = Schemas['HeardPage']
export type HeardState = HeardPost['state']

export type PreviewPart = Schemas['PreviewPart']
export type PreviewTerm = PreviewPart['terms'][number]

// With the time that its numbers are of.
export type MonitorSummary = Schemas['MentionSummary'] & { from?: Time; to?: Time }
export type Spike = MonitorSummary['spikes'][number]
export type Share = Schemas['ShareOfVoice']

export type ListeningSource = Schemas['SourceCoverage']
export type ReadSpan = ListeningSource['spans'][number]
export type Backfill = Schemas['Backfill']
export type Coverage = Schemas['CoverageList']

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

// How one receiver of a rule was told of its newest alerts.
export interface AlertDelivery {
  carrier: 'mail' | 'webhook'
  address: string
  // Of the newest. Unknown: a mail that may have arrived.
  state: 'waiting' | 'sent' | 'failed' | 'unknown'
  at: Time
  // The last one that arrived.
  sent_at: Time | null
  // Given up, and still to be brought.
  failed: number
  waiting: number
  next_try_at: Time | null
  error: string | null
  error_at: Time | null
}

export interface AlertRule {
  kind: AlertKind
  app: boolean
  emails: string[]
  webhook: string
  // Only in the answer that makes it.
  webhook_secret?: string | null
  handles: string[]
  // Of those whom anything was to be told.
  deliveries?: AlertDelivery[]
}

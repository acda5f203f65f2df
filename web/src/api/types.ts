// The words of the HTTP contract as the web app uses them.

export type Id = string
export type Time = string
export type Role = 'owner' | 'admin' | 'agent' | 'analyst' | 'viewer'

export interface Session {
  state: 'signed_in' | 'signed_out' | 'setup'
  member: Member | null
  workspace: { id: Id; name: string } | null
  csrf: string | null
  demo: boolean
  version: string
}

export interface Member {
  id: Id
  name: string
  email: string
  role: Role
  me: boolean
}

export type State = 'open' | 'waiting' | 'snoozed' | 'resolved' | 'skipped'

export type SkipReason =
  | 'spam'
  | 'not_for_us'
  | 'no_answer_needed'
  | 'abusive'
  | 'answered_elsewhere'
  | 'deleted'
  | 'other'

export interface MemberRef {
  id: Id
  name: string
}

export interface AccountRef {
  id: Id
  person_id: Id
  network: string
  handle: string
  name: string
  avatar_url: string | null
  ours: boolean
}

export interface ConversationRow {
  id: Id
  state: State
  version: number
  channel_id: Id
  network: string
  owner: MemberRef | null
  waiting_since: Time | null
  snoozed_until: Time | null
  lead: AccountRef
  excerpt: string
  excerpt_post_id: Id
  last_post_at: Time
  posts: number
  people: number
  before_rapport: boolean
  draft: boolean
  sending: number
  failed: number
  resolution: string | null
  skip_reason: SkipReason | null
}

export interface Counts {
  open: number
  waiting: number
  snoozed: number
  resolved: number
  skipped: number
  mine: number
  unassigned: number
}

export interface Limits {
  text_max: number
  text_unit: 'graphemes' | 'characters'
}

export interface Note {
  id: Id
  by: MemberRef
  text: string
  created_at: Time
}

export interface Decision {
  at: Time
  by: MemberRef | null
  kind: 'assign' | 'snooze' | 'resolve' | 'skip' | 'reopen'
  detail: string | null
}

export interface Draft {
  post_id: Id
  text: string
  updated_at: Time
}

export interface Conversation extends ConversationRow {
  acts: Act[]
  notes: Note[]
  my_draft: Draft | null
  history: Decision[]
  channel: { id: Id; network: string; handle: string; limits: Limits; state: ChannelState }
  answer_to: Id | null
}

export interface Entity {
  kind: 'mention' | 'link' | 'tag'
  begin: number
  end: number
  value: string
}

export interface Media {
  kind: 'image' | 'video' | 'link'
  url: string
  thumb_url: string | null
  alt: string
  title: string
  description: string
}

export interface Post {
  id: Id
  parent_id: Id | null
  author: AccountRef
  kind: 'post' | 'reply' | 'quote'
  text: string
  langs: string[]
  entities: Entity[]
  media: Media[]
  quoted: { native_id: string; author: string; text: string } | null
  url: string | null
  created_at: Time
  heard_at: Time
  edited_at: Time | null
  deleted_at: Time | null
  likes: number
  reposts: number
  replies: number
  liked: 'no' | 'pending' | 'yes'
  waits: boolean
  before_rapport: boolean
}

export interface Act {
  id: Id
  kind: 'reply' | 'post' | 'like' | 'unlike' | 'follow' | 'unfollow' | 'delete'
  state: 'queued' | 'sending' | 'unknown' | 'accepted' | 'rejected' | 'undone'
  conversation_id: Id | null
  post_id: Id | null
  text: string
  by: MemberRef
  created_at: Time
  not_before: Time
  attempts: number
  error: string | null
  result_post_id: Id | null
}

export interface PersonAccount extends AccountRef {
  bio: string
  followers: number | null
  follows: number | null
  posts: number | null
  url: string | null
  joined_at: Time | null
  follows_us: boolean | null
  followed: 'no' | 'pending' | 'yes'
}

export interface PersonCard {
  id: Id
  name: string
  accounts: PersonAccount[]
  first_heard_at: Time | null
  last_heard_at: Time | null
  said: number
  answered: number
  likes_given: number
  recent: { post_id: Id; conversation_id: Id; text: string; created_at: Time; ours: boolean }[]
}

export type ChannelState = 'connected' | 'reconnect' | 'disconnected'

export interface CoverageSpan {
  from: Time
  to: Time
  complete: boolean
  reason: string | null
}

export interface CoverageSource {
  source: string
  label: string
  read_to: Time | null
  last_error: string | null
  last_error_at: Time | null
  spans: CoverageSpan[]
}

export interface Channel {
  id: Id
  network: string
  state: ChannelState
  account: AccountRef
  service: string | null
  connected_at: Time
  limits: Limits
  error: string | null
  sources: CoverageSource[]
}

export interface Token {
  id: Id
  name: string
  created_at: Time
  last_used_at: Time | null
}

export interface Problem {
  type: string
  title: string
  status: number
  detail: string
  kind: string
  field?: string | null
  request_id?: string
  answers?: Id[]
}

export interface Page<T> {
  items: T[]
  next_cursor: string | null
}

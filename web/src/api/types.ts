// The words of the HTTP API as the web app uses them; their shapes are made from the server's own
// description (`npm run api`).

import type { components } from './schema'

type Schemas = components['schemas']

export type Id = string
export type Time = string

export type Role = Schemas['Role']
export type Permission = Schemas['Permission']
export type Workspace = Schemas['Workspace']
export type Membership = Schemas['Membership']
export type Invitation = Schemas['Invitation']
export type NewInvitation = Schemas['NewInvitation']
export type OpenInvitation = Schemas['OpenInvitation']
export type RoleList = Schemas['RoleList']
export type AuditEntry = Schemas['AuditEntry']
export type Session = Schemas['Session']
export type Member = Schemas['Member']
export type MemberRef = Schemas['MemberRef']

export type State = Schemas['State']
export type SkipReason = Schemas['SkipReason']
export type Counts = Schemas['Counts']
export type ConversationRow = Schemas['ConversationRow']
export type Conversation = Schemas['Conversation']
export type Reading = Schemas['Reading']
export type RowReading = Schemas['RowReading']
export type Sentiment = Schemas['Sentiment']
export type Intent = Schemas['Intent']
export type Correction = Schemas['CorrectionBody']
export type Reason = Schemas['Reason']
export type ReasonSummary = Schemas['ReasonSummary']
export type Remedy = Schemas['Remedy']
export type RemedyPerson = Schemas['RemedyPerson']
export type Topic = Schemas['Topic']
export type TopicSummary = Schemas['TopicSummary']
export type PostExample = Schemas['PostExample']
export type Learning = Schemas['Learning']
export type Note = Schemas['Note']
export type NoteMention = Schemas['NoteMention']
export type Tag = Schemas['Tag']
export type TagRef = Schemas['TagRef']
export type TagColor = Schemas['TagColor']
export type SavedView = Schemas['View']
export type SavedViewBody = Schemas['ViewBody']
export type Presence = Schemas['Presence']
export type BulkBody = Schemas['BulkBody']
export type BulkResult = Schemas['BulkResult']
export type Decision = Schemas['Decision']
export type Draft = Schemas['Draft']
export type Proposal = Schemas['Proposal']

export type AccountRef = Schemas['AccountRef']
export type Post = Schemas['Post']
export type Entity = Schemas['Entity']
export type Media = Schemas['Media']
export type Act = Schemas['Act']
export type ActMedia = Schemas['ActMedia']
export type Card = Schemas['Card']
export type Attachment = Schemas['Attachment']
export type Speaker = Schemas['Speaker']
export type HistoryReach = Schemas['HistoryReach']

export type PersonCard = Schemas['PersonCard']
export type PersonAccount = Schemas['PersonAccount']

export type Channel = Schemas['Channel']
export type ChannelState = Schemas['ChannelState']
export type CoverageSource = Schemas['CoverageSource']
export type CoverageSpan = Schemas['CoverageSpan']
export type FoundSource = Schemas['FoundSource']
export type Limits = Schemas['Limits']
export type ChannelSignIn = Schemas['ChannelSignIn']

export type Token = Schemas['Token']
export type NewToken = Schemas['NewToken']
export type Problem = Schemas['Problem']

export interface Page<T> {
  items: T[]
  next_cursor: string | null
}

export type Voice = Schemas['Voice']
export type VoiceBody = Schemas['VoiceBody']
export type CoachRule = Schemas['CoachRule']
export type CoachLine = Schemas['CoachLine']
export type CoachAnswer = Schemas['CoachAnswer']

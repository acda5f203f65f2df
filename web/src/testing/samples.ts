// Plain values for tests; give what matters, the rest is quiet.

import type {
  AccountRef,
  Conversation,
  ConversationRow,
  Limits,
  Post,
  Reading,
  Speaker,
} from '@/api/types'

export function account(more: Partial<AccountRef> = {}): AccountRef {
  return {
    id: '100',
    person_id: '100',
    network: 'bluesky',
    handle: 'ana.example',
    name: 'Ana',
    avatar_url: null,
    ours: false,
    silenced: 'no',
    standing: 'active',
    labels: [],
    ...more,
  }
}

export function row(more: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id: '1',
    state: 'open',
    version: 1,
    channel_id: '7',
    network: 'bluesky',
    owner: null,
    waiting_since: '2026-11-23T10:00:00.000000Z',
    snoozed_until: null,
    lead: account(),
    excerpt: 'Are you open?',
    excerpt_labels: [],
    excerpt_post_id: '11',
    last_post_at: '2026-11-23T10:00:00.000000Z',
    posts: 1,
    people: 1,
    before_rapport: false,
    reading: null,
    tags: [],
    mentioned: false,
    draft: false,
    sending: 0,
    failed: 0,
    resolution: null,
    resolved_for: null,
    resolved_with: null,
    in_public: null,
    skip_reason: null,
    ...more,
  }
}

export const limits: Limits = {
  text_max: 300,
  text_unit: 'graphemes',
  images_max: 4,
  image_bytes_max: 1_000_000,
}

export function speaker(more: Partial<Speaker> = {}): Speaker {
  return {
    channel_id: '7',
    handle: 'brand.example',
    name: 'Brand',
    avatar_url: null,
    state: 'connected',
    limits,
    ...more,
  }
}

export function conversation(more: Partial<Conversation> = {}): Conversation {
  return {
    ...row(),
    acts: [],
    notes: [],
    my_draft: null,
    history: [],
    channel: {
      id: '7',
      network: 'bluesky',
      handle: 'brand.example',
      limits,
      state: 'connected',
    },
    speakers: [speaker()],
    answer_to: '11',
    suggested_reason: null,
    ...more,
  }
}

export function post(id: string, parent_id: string | null = null, more: Partial<Post> = {}): Post {
  return {
    id,
    parent_id,
    author: account(),
    kind: parent_id ? 'reply' : 'post',
    text: `post ${id}`,
    langs: ['en'],
    entities: [],
    media: [],
    quoted: null,
    url: null,
    created_at: '2026-11-23T10:00:00.000000Z',
    heard_at: '2026-11-23T10:00:01.000000Z',
    edited_at: null,
    deleted_at: null,
    likes: 0,
    reposts: 0,
    replies: 0,
    liked: 'no',
    reposted: 'no',
    can_hide: false,
    hiding: false,
    hidden: null,
    labels: [],
    to_channel_id: null,
    waits: false,
    before_rapport: false,
    reading: null,
    ...more,
  }
}

// Of "My parcel is lost and nobody answers".
export function reading(more: Partial<Reading> = {}): Reading {
  return {
    language: 'en',
    read: 'all',
    sentiment: { label: 'negative', score: -0.8, p: [0.85, 0.1, 0.05], evidence: [[13, 17]] },
    intents: [{ label: 'complaint', p: 0.8, evidence: [[22, 36]] }],
    reasons: [{ key: 'delivery', name: 'Delivery', p: 0.7, evidence: [[3, 9]] }],
    topics: [{ id: '8', name: 'Oat milk', p: 0.9, evidence: [[13, 17]] }],
    emotion: { label: 'anger', p: 0.3, evidence: [] },
    toxicity: { p: 0.01, evidence: [] },
    urgency: { value: 0.7, evidence: [] },
    needs_reply: { value: true, p: 0.9, why: 'complains', evidence: [] },
    corrected: [],
    ...more,
  }
}

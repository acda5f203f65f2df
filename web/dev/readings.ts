// Readings of the invented world: a few words stand for what the engine would find. Nothing here ships.

import type {
  Correction,
  Intent,
  Learning,
  Post,
  Reading,
  Reason,
  ReasonSummary,
  RowReading,
  Topic,
  TopicSummary,
} from '../src/api/types.ts'

const builtin = [
  ['delivery', 'Delivery', /parcel|deliver|arriv|order|ship/i],
  ['billing', 'Price or billing', /price|refund|charge|expens|paid/i],
  ['quality', 'Quality', /broke|leak|seal|stale|flask|lid|kettle/i],
  ['service', 'Staff or service', /staff|rude|helpful/i],
  ['waiting', 'Waiting time', /wait|late|hour|week/i],
  ['availability', 'Availability', /stock|available|open|sunday/i],
  ['usability', 'Usability', /website|app\b|checkout|click/i],
  ['policy', 'Policy', /return|policy/i],
  ['trust', 'Trust or safety', /safe|scam|burn/i],
  ['communication', 'Communication', /answer|reply|email|mail/i],
] as const

// By the first words of each topic.
const spoken = [
  { id: '801', name: 'Kettles', terms: ['kettle', 'lid', 'seal'] },
  { id: '802', name: 'Parcels', terms: ['parcel', 'order', 'delivery'] },
]

const wants: [Intent, RegExp][] = [
  ['question', /\?|¿/],
  ['complaint', /broke|leak|never|worst|disappoint|third time/i],
  ['praise', /love|best|beautiful|favourite/i],
  ['thanks', /thank/i],
  ['request', /please|could you/i],
]

export class Readings {
  readonly reasons: Reason[] = builtin.map(([key, name]) => ({
    key,
    name,
    builtin: true,
    merged_into: null,
  }))
  topics: Topic[] = spoken.map((topic) => ({ ...topic }))
  private readonly corrections = new Map<string, Correction>()
  learning: Learning = {
    reading: true,
    on: true,
    active: true,
    corrections: 34,
    fresh: 4,
    learns_at: 10,
    trained_at: new Date(Date.now() - 5 * 3_600_000).toISOString(),
    examples: 30,
    before: 0.781,
    after: 0.844,
  }

  of(post: Post): Reading | null {
    if (post.author.ours || post.deleted_at) return null
    const { text } = post
    const lang = post.langs[0] ?? 'und'
    const known = ['en', 'es', 'fr', 'de', 'it', 'pt', 'ar', 'hi'].includes(lang)
    const span = (found: RegExpMatchArray | null) => {
      if (found?.index === undefined) return []
      const bytes = (words: string) => new TextEncoder().encode(words).length
      const begin = bytes(text.slice(0, found.index))
      return [[begin, begin + bytes(found[0])]]
    }
    const bad = text.match(/broke|leak|never|worst|disappoint|sad|rude|burn|late/i)
    const good = text.match(/love|best|thank|beautiful|favourite|wonderful|great/i)
    const label = bad ? 'negative' : good ? 'positive' : 'neutral'
    const urgency = /urgent|burn|today|now|asap|leak/i.test(text) ? 0.8 : bad ? 0.4 : 0.1
    const all = known && lang === 'en'
    const intents = wants.flatMap(([intent, words]) => {
      const found = text.match(words)
      return found ? [{ label: intent, p: 0.8, evidence: span(found) }] : []
    })
    const reasons = builtin.flatMap(([key, , words]) => {
      const found = text.match(words)
      return found && bad ? [{ key, name: this.nameOf(key), p: 0.7, evidence: span(found) }] : []
    })
    const topics = this.topics.flatMap(({ id, name, terms }) => {
      const found = text.match(new RegExp(terms.join('|'), 'i'))
      return found ? [{ id, name, p: 0.8, evidence: span(found) }] : []
    })
    const reading: Reading = {
      language: lang,
      read: all ? 'all' : known ? 'sentiment' : 'nothing',
      sentiment: known
        ? {
            label,
            score: { negative: -0.8, neutral: 0, positive: 0.8 }[label],
            p: [0.1, 0.1, 0.8],
            evidence: span(bad ?? good),
          }
        : null,
      intents: all ? intents : [],
      reasons: all ? reasons : [],
      topics,
      emotion: all ? { label: 'none', p: 0.5, evidence: [] } : null,
      toxicity: all ? { p: 0.01, evidence: [] } : null,
      urgency: all ? { value: urgency, evidence: [] } : null,
      needs_reply: {
        value: !known || bad !== null || intents.length > 0,
        p: 0.8,
        why: known ? 'asks' : 'unread',
        evidence: [],
      },
      corrected: [],
    }
    return this.corrected(reading, this.corrections.get(post.id))
  }

  private corrected(reading: Reading, said: Correction | undefined): Reading {
    if (!said) return reading
    const { sentiment, intents, reasons } = said
    return {
      ...reading,
      ...(sentiment && { sentiment: { label: sentiment, score: 0, p: [0, 0, 1], evidence: [] } }),
      ...(intents && { intents: intents.map((label) => ({ label, p: 1, evidence: [] })) }),
      ...(reasons && {
        reasons: reasons.map((key) => ({ key, name: this.nameOf(key), p: 1, evidence: [] })),
      }),
      corrected: (['sentiment', 'intents', 'reasons'] as const).filter((part) => said[part]),
    }
  }

  correct(post: string, said: Correction): void {
    this.corrections.set(post, { ...this.corrections.get(post), ...said })
    this.learning.corrections++
    this.learning.fresh++
  }

  uncorrect(post: string): void {
    this.corrections.delete(post)
  }

  nameOf(key: string): string {
    return this.reasons.find((one) => one.key === key)?.name ?? key
  }

  add(name: string): Reason {
    const reason = { key: `own-${Date.now()}`, name, builtin: false, merged_into: null }
    this.reasons.push(reason)
    return reason
  }

  change(key: string, change: Partial<Reason>): Reason | undefined {
    const reason = this.reasons.find((one) => one.key === key)
    return reason && Object.assign(reason, change)
  }

  mergeTopic(id: string, into: string): Topic | undefined {
    const [from, kept] = [id, into].map((one) => this.topics.find((topic) => topic.id === one))
    if (!from || !kept) return undefined
    kept.terms = [...kept.terms, ...from.terms]
    this.topics = this.topics.filter((topic) => topic !== from)
    return kept
  }

  summary(days: number, posts: Told[]): ReasonSummary {
    const items = this.reasons.map(({ key, name }) => ({
      key,
      name,
      ...counted(posts, key.length % 4, ({ post }) =>
        this.of(post)?.reasons.some((reason) => reason.key === key),
      ),
    }))
    return { days, reads: true, catching_up: false, items: mostFirst(items) }
  }

  topicSummary(days: number, posts: Told[]): TopicSummary {
    const items = this.topics.map((topic) => ({
      ...topic,
      ...counted(posts, topic.terms.length % 4, ({ post }) =>
        this.of(post)?.topics.some((one) => one.id === topic.id),
      ),
    }))
    return { days, reads: true, catching_up: false, items: mostFirst(items) }
  }
}

interface Told {
  post: Post
  conversation: string
}

// How many of the posts there are, how many before, and the newest of them.
function counted(posts: Told[], change: number, is: (one: Told) => boolean | undefined) {
  const named = posts.filter(is)
  return {
    posts: named.length,
    before: Math.round(named.length * (change / 2)),
    examples: named.slice(0, 3).map(({ post, conversation }) => ({
      post_id: post.id,
      conversation_id: conversation,
      text: post.text,
      created_at: post.created_at,
    })),
  }
}

const mostFirst = <T extends { posts: number }>(items: T[]) =>
  items.filter((item) => item.posts > 0).toSorted((a, b) => b.posts - a.posts)

export function gistOf(reading: Reading | null): RowReading | null {
  if (!reading) return null
  return {
    sentiment: reading.sentiment?.label ?? null,
    urgency: reading.urgency?.value ?? null,
    needs_reply: reading.needs_reply.value,
    intents: reading.intents.map((intent) => intent.label),
    reasons: reading.reasons.map((reason) => reason.key),
    topics: reading.topics.map((topic) => topic.id),
  }
}

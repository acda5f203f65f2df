// Monitors of the invented world. A query is taken at its plain words: enough to develop every screen of
// Listen, and no more. Nothing here ships.

import type {
  Alert,
  AlertRule,
  Backfill,
  ByteSpan,
  Coverage,
  Diagnostic,
  HeardPost,
  HeardState,
  Monitor,
  MonitorBody,
  MonitorSummary,
  PreviewPart,
  QueryCheck,
  QueryField,
  Spike,
} from '../src/api/listening/types.ts'
import type { Post } from '../src/api/types.ts'
import { ago, Refused, type World } from './world.ts'

const hour = 3_600_000
const day = 24 * hour
const bytes = (words: string) => new TextEncoder().encode(words).length

const fields: QueryField[] = [
  { name: 'title', kind: 'words', choices: [], what: 'words of the title' },
  { name: 'text', kind: 'words', choices: [], what: 'words of the text alone' },
  {
    name: 'network',
    kind: 'choice',
    choices: ['bluesky', 'mastodon', 'feed', 'facebook', 'instagram'],
    what: 'where it was said',
  },
  { name: 'author', kind: 'name', choices: [], what: 'handle or name of its author' },
  { name: 'lang', kind: 'name', choices: [], what: 'language, as in lang:pt' },
  { name: 'link', kind: 'address', choices: [], what: 'an address it links to' },
  { name: 'followers', kind: 'count', choices: [], what: 'how many follow its author' },
  { name: 'has', kind: 'choice', choices: ['media', 'link', 'question'], what: 'what it contains' },
  {
    name: 'is',
    kind: 'choice',
    choices: ['reply', 'repost', 'quote', 'root'],
    what: 'what kind of post it is',
  },
  {
    name: 'sentiment',
    kind: 'choice',
    choices: ['negative', 'neutral', 'positive'],
    what: 'how it sounds',
  },
  { name: 'seen', kind: 'time', choices: [], what: 'when it was heard (UTC)' },
]

interface Term {
  text: string
  begin: number
  not: boolean
}

// The words that are searched, and those that must not be there.
function termsOf(query: string): Term[] {
  const plain = query.replace(/<<<.*?>>>/gs, (comment) => ' '.repeat(comment.length))
  return [...plain.matchAll(/(-|NOT\s+)?("[^"]*"|\{[^}]*\}|[#@]?[\p{L}\p{N}_*?'’]+(?::\S+)?)/gu)]
    .map((match) => ({
      text: match[2] ?? '',
      begin: match.index + (match[1]?.length ?? 0),
      not: Boolean(match[1]),
    }))
    .filter(({ text }) => !/^(AND|OR|NOT|NEAR|ONEAR)$/.test(text) && !text.includes(':'))
}

const pattern = (text: string) =>
  new RegExp(
    text
      .replace(/^["{]|["}]$/g, '')
      .replace(/[.+^${}()|[\]\\]/g, '\\$&')
      .replaceAll('*', '\\p{L}*')
      .replaceAll('?', '\\p{L}'),
    'giu',
  )

function spansOf(terms: readonly Term[], text: string): ByteSpan[] {
  if (terms.some((term) => term.not && pattern(term.text).test(text))) return []
  return terms
    .filter((term) => !term.not)
    .flatMap((term) => [...text.matchAll(pattern(term.text))])
    .map((match) => {
      const begin = bytes(text.slice(0, match.index))
      return { begin, end: begin + bytes(match[0]) }
    })
    .toSorted((a, b) => a.begin - b.begin)
}

export class Listening {
  private monitors: Monitor[] = []
  private readonly rules = new Map<string, AlertRule[]>()
  private alerts: Alert[] = []
  private next = 500

  constructor(private readonly world: World) {
    if (process.env.MOCK_MONITORS === 'none') return
    this.make({ name: 'Northwind', query: '(northwind OR kettle) -jobs', color: 'teal' })
    this.make({ name: 'Kettles and flasks', query: 'kettle OR flask OR lid', color: 'orange' })
    this.make({ name: 'Tea', query: 'tea OR "winter smoke"', color: 'violet' })
    this.make({ name: 'Old campaign', query: 'pillow OR bag', color: 'gray', paused: true })
    this.alerts = this.list()
      .items.slice(0, 2)
      .map((monitor, at) => ({
        id: String(900 + at),
        monitor: monitor.id,
        kind: at === 0 ? 'spike' : 'negative',
        at: ago((at + 1) * 5 * hour),
        says:
          at === 0
            ? 'Three times as many posts as usual within an hour, most of them about “lid”.'
            : 'Eight people complained within an hour; usually it is one.',
        posts: this.heard(monitor.id)
          .slice(0, 3)
          .map(({ post }) => post.id),
        conversation: this.heard(monitor.id)[0]?.conversation_id ?? null,
        read: at > 0,
      }))
  }

  list() {
    return { items: this.monitors.map((monitor) => this.counted(monitor)), next_cursor: null }
  }

  make(body: MonitorBody): Monitor {
    this.refuse(body)
    const monitor: Monitor = {
      id: String(++this.next),
      name: body.name,
      query: body.query,
      color: body.color ?? 'teal',
      paused: body.paused ?? false,
      created_at: ago(20 * day),
      changed_at: ago(0),
      today: 0,
      week: 0,
      week_before: 0,
      catching_up: false,
      broken: null,
    }
    this.monitors.push(monitor)
    return this.counted(monitor)
  }

  change(id: string, body: MonitorBody): Monitor {
    this.refuse(body)
    const monitor = this.find(id)
    Object.assign(monitor, body, { changed_at: ago(0) })
    return this.counted(monitor)
  }

  remove(id: string): void {
    this.monitors = this.monitors.filter((monitor) => monitor.id !== id)
  }

  private refuse(body: MonitorBody): void {
    if (body.name.trim() === '')
      throw new Refused(422, 'invalid', 'Give it a name.', { field: 'name' })
    const { ok, diagnostics } = this.check(body.query)
    if (!ok)
      throw new Refused(422, 'invalid', 'The query cannot be read.', {
        field: 'query',
        diagnostics,
      })
  }

  private find(id: string): Monitor {
    const monitor = this.monitors.find((one) => one.id === id)
    if (!monitor) throw new Refused(404, 'not_found', 'This monitor is not here any more.')
    return monitor
  }

  private counted(monitor: Monitor): Monitor {
    const ages = this.heard(monitor.id).map(({ post }) => Date.now() - Date.parse(post.created_at))
    const within = (from: number, to: number) =>
      ages.filter((age) => age >= from && age < to).length
    return {
      ...monitor,
      today: within(0, day),
      week: within(0, 7 * day),
      week_before: within(7 * day, 14 * day),
    }
  }

  private all(): { post: Post; conversation: string }[] {
    return this.world
      .heard()
      .filter(({ post }) => !post.author.ours && !post.deleted_at)
      .toSorted((a, b) => b.post.created_at.localeCompare(a.post.created_at))
  }

  private as(
    entry: { post: Post; conversation: string },
    monitors: HeardPost['monitors'],
  ): HeardPost {
    const { row } = this.world.find(entry.conversation)
    const post = { ...entry.post, reading: this.world.readings.of(entry.post) }
    const state: HeardState = row.state === 'open' && !post.waits ? 'heard' : row.state
    return {
      post,
      conversation_id: row.id,
      state,
      skip_reason: row.skip_reason,
      spans: monitors.flatMap(({ spans }) => spans),
      monitors,
    }
  }

  heard(id: string): HeardPost[] {
    const looked = id === 'all' ? this.monitors : [this.find(id)]
    const parsed = looked.map((monitor) => ({ id: monitor.id, terms: termsOf(monitor.query) }))
    return this.all().flatMap((entry) => {
      const by = parsed
        .map(({ id: one, terms }) => ({ id: one, spans: spansOf(terms, entry.post.text) }))
        .filter(({ spans }) => spans.length > 0)
      return by.length > 0 ? [this.as(entry, by)] : []
    })
  }

  posts(id: string, query: URLSearchParams) {
    const is = (name: string, value: string | undefined | null) =>
      !query.get(name) || query.get(name) === value
    const days = Number(query.get('days') ?? 90)
    const fits = this.heard(id).filter(
      ({ post, state }) =>
        post.created_at >= (query.get('from') ?? ago(days * day)) &&
        post.created_at < (query.get('to') ?? ago(-day)) &&
        is('sentiment', post.reading?.sentiment?.label) &&
        is('language', post.reading?.language) &&
        is('author', post.author.id) &&
        is('site', new URL(post.url ?? 'https://northwind.example').hostname) &&
        is('network', post.author.network) &&
        is('state', state) &&
        (!query.get('reason') ||
          post.reading?.reasons.some(({ key }) => key === query.get('reason'))),
    )
    const from = Number(query.get('cursor') ?? 0)
    const limit = Number(query.get('limit') ?? 30)
    return {
      items: fits.slice(from, from + limit),
      next_cursor: from + limit < fits.length ? String(from + limit) : null,
    }
  }

  summary(id: string, days: number): MonitorSummary {
    const heard = this.heard(id)
    const here = heard.filter(({ post }) => post.created_at >= ago(days * day))
    const before = heard.filter(
      ({ post }) => post.created_at < ago(days * day) && post.created_at >= ago(2 * days * day),
    )
    const isBad = ({ post }: HeardPost) => post.reading?.sentiment?.label === 'negative'
    const step = days <= 3 ? hour : day
    const last = Math.floor(Date.now() / step) * step
    const volume = Array.from({ length: days <= 3 ? days * 24 : days }, (_, at, all = days) => {
      const steps = days <= 3 ? all * 24 : all
      const from = last - (steps - 1 - at) * step
      const within = here.filter(({ post }) => {
        const said = Date.parse(post.created_at)
        return said >= from && said < from + step
      })
      return {
        at: new Date(from).toISOString(),
        total: within.length,
        negative: within.filter(isBad).length,
      }
    })
    const peak = volume.toSorted((a, b) => b.total - a.total)[0]
    const spikes: Spike[] =
      peak && peak.total >= 5
        ? [
            {
              from: peak.at,
              to: new Date(Date.parse(peak.at) + step).toISOString(),
              total: peak.total,
              usual: 2.4,
              terms: [
                { word: 'lid', found: 4 },
                { word: 'parcel', found: 3 },
              ],
              posts: here.filter(({ post }) => post.created_at >= peak.at).slice(0, 3),
              authors: 7,
            },
          ]
        : []
    const table = <T>(of: (one: HeardPost) => readonly T[]) => {
      const counts = new Map<T, number>()
      for (const one of here) for (const key of of(one)) counts.set(key, (counts.get(key) ?? 0) + 1)
      return [...counts].toSorted((a, b) => b[1] - a[1]).slice(0, 10)
    }
    const tally = (
      rows: readonly (readonly [string, number])[],
      nameOf = (_: string) => null as string | null,
    ) => rows.map(([key, total]) => ({ key, name: nameOf(key), total }))
    const accounts = new Map(here.map(({ post }) => [post.author.id, post.author]))
    return {
      days,
      from: new Date(Date.now() - days * 86_400_000).toISOString(),
      to: new Date().toISOString(),
      total: here.length,
      before: before.length,
      negative: here.filter(isBad).length,
      looked_at: here.length,
      volume,
      spikes,
      sentiments: tally(table(({ post }) => [post.reading?.sentiment?.label ?? 'neutral'])),
      reasons: tally(
        table(({ post }) => post.reading?.reasons.map(({ key }) => key) ?? []),
        (key) => this.world.readings.reasons.find((one) => one.key === key)?.name ?? key,
      ),
      languages: tally(table(({ post }) => [post.reading?.language ?? 'und'])),
      networks: tally(table(({ post }) => [post.author.network])),
      authors: table(({ post }) => [post.author.id]).flatMap(([id, total]) => {
        const found = accounts.get(id)
        return found ? [{ account: found, total }] : []
      }),
      sites: [{ key: 'northwind.example', name: null, total: here.length }],
      links: [{ key: 'https://example.com/tea', name: 'The long read on tea', total: 3 }],
      states: tally(table(({ state }) => [state as string])),
      skip_reasons: tally(table(({ skip_reason }) => (skip_reason ? [skip_reason as string] : []))),
    }
  }

  share(days: number) {
    const of = this.monitors.map((monitor) => ({
      id: monitor.id,
      ...this.summary(monitor.id, days),
    }))
    const all = of.reduce((sum, { total }) => sum + total, 0)
    return {
      days,
      monitors: of.map(({ id, total, before }) => ({
        id,
        total,
        before,
        share: all === 0 ? 0 : total / all,
      })),
      steps: (of[0]?.volume ?? []).map(({ at }, step) => ({
        at,
        totals: of.map(({ id, volume }) => ({ id, total: volume[step]?.total ?? 0 })),
      })),
    }
  }

  fields() {
    return { items: fields }
  }

  check(query: string, dialect?: string): QueryCheck {
    const diagnostics: Diagnostic[] = []
    const say = (
      severity: Diagnostic['severity'],
      code: string,
      at: number,
      length: number,
      message: string,
      fix?: { text: string; at?: number },
    ) => {
      const begin = bytes(query.slice(0, at))
      const end = begin + bytes(query.slice(at, at + length))
      const from = fix?.at === undefined ? begin : bytes(query.slice(0, fix.at))
      const to = fix?.at === undefined ? end : from
      const units = fix?.at ?? at
      const rest = query.slice(fix?.at ?? at + length)
      diagnostics.push({
        severity,
        code,
        begin,
        end,
        reason: message,
        fix: fix
          ? { begin: from, end: to, with: fix.text, query: query.slice(0, units) + fix.text + rest }
          : null,
      })
    }
    if (query.trim() === '') say('error', 'empty', 0, 0, 'There is nothing to search for.')
    const plain = query.replace(/<<<.*?>>>|"[^"]*"/gs, (hidden) => ' '.repeat(hidden.length))
    const quote = plain.indexOf('"')
    if (quote >= 0)
      say('error', 'unclosed_quote', quote, 1, 'This quote is never closed.', {
        text: '"',
        at: query.length,
      })
    const open: number[] = []
    for (const { index, 0: sign } of plain.matchAll(/[()]/g)) {
      if (sign === '(') open.push(index)
      else if (open.pop() === undefined)
        say('error', 'stray_bracket', index, 1, 'This bracket was never opened.', {
          text: '',
        })
    }
    for (const at of open)
      say('error', 'unclosed_bracket', at, 1, 'This bracket is never closed.', {
        text: ')',
        at: query.length,
      })
    for (const { index, 1: name = '' } of plain.matchAll(/(?<=^|[\s(-])([a-z_]+):/g)) {
      if (fields.some((field) => field.name === name)) continue
      const near = fields.find((field) => field.name.slice(0, 3) === name.slice(0, 3))
      say(
        'error',
        'unknown_field',
        index,
        name.length + 1,
        `There is no field “${name}”.${near ? ` “${near.name}:” may be meant.` : ''}`,
        near && { text: `${near.name}:` },
      )
    }
    for (const { index, 0: word } of plain.matchAll(/\b(and|or|not)\b/g))
      say(
        'warning',
        'small_operator',
        index,
        word.length,
        `“${word}” is searched as a word. Operators are written in capitals.`,
        { text: word.toUpperCase() },
      )
    const valid = !diagnostics.some(({ severity }) => severity === 'error')
    const says = termsOf(query)
    const found = says.filter((term) => !term.not).map(({ text }) => `“${text.replace(/"/g, '')}”`)
    const not = says.filter((term) => term.not).map(({ text }) => `“${text.replace(/"/g, '')}”`)
    return {
      ok: valid,
      diagnostics,
      words: valid
        ? found.join(query.includes(' OR ') ? ' or ' : ' and ') +
          (not.length > 0 ? `,\nbut not ${not.join(' and not ')}` : '')
        : null,
      query: valid ? query.trim() : null,
      notes: dialect
        ? [
            { begin: 0, end: 2, what: 'OR', fate: 'kept', reason: null },
            {
              begin: 0,
              end: 4,
              what: 'NEAR',
              fate: 'approximated',
              reason: 'Without a number it means 4 there; NEAR/4 is written here.',
            },
            {
              begin: 0,
              end: 8,
              what: 'country:',
              fate: 'dropped',
              reason: 'Where people live is not known here.',
            },
          ]
        : [],
    }
  }

  preview(body: {
    query: string
    days?: number
    cursor?: string
    rejected?: string[]
  }): PreviewPart {
    const terms = termsOf(body.query)
    const posts = this.all().filter(({ post }) => post.created_at >= ago((body.days ?? 30) * day))
    const from = Number(body.cursor ?? 0)
    const page = posts.slice(from, from + 120)
    const found = page.flatMap((entry) => {
      const spans = spansOf(terms, entry.post.text)
      return spans.length > 0 ? [{ ...this.as(entry, []), spans }] : []
    })
    const count = (of: readonly string[]) => {
      const counts = new Map<string, number>()
      for (const key of of) counts.set(key, (counts.get(key) ?? 0) + 1)
      return [...counts].toSorted((a, b) => b[1] - a[1])
    }
    const words = (one: HeardPost) =>
      new Set(
        one.post.text
          .toLowerCase()
          .match(/\p{L}{5,}/gu)
          ?.filter((word) => !body.query.includes(word)),
      )
    const rejected = found.filter(({ post }) => body.rejected?.includes(post.id))
    const kept = found.filter(({ post }) => !body.rejected?.includes(post.id))
    return {
      looked: page.length,
      found: found.length,
      back_to: page.at(-1)?.post.created_at ?? ago(0),
      next_cursor: from + page.length < posts.length ? String(from + page.length) : null,
      days: count(found.map(({ post }) => post.created_at.slice(0, 10))).map(([date, hits]) => ({
        day: date,
        found: hits,
      })),
      samples: found.slice(0, 20),
      terms: terms
        .filter((term) => !term.not)
        .map((term) => {
          const by = found.filter(({ post }) => pattern(term.text).test(post.text))
          const others = terms.filter((one) => one !== term && !one.not)
          const begin = bytes(body.query.slice(0, term.begin))
          return {
            begin,
            end: begin + bytes(term.text),
            text: term.text,
            found: by.length,
            alone: by.filter(
              ({ post }) => !others.some(({ text }) => pattern(text).test(post.text)),
            ).length,
          }
        }),
      beside: count(found.flatMap((one) => [...words(one)]))
        .slice(0, 12)
        .map(([word, hits]) => ({ word, found: hits })),
      rejected: count(rejected.flatMap((one) => [...words(one)]))
        .map(([word, hits]) => ({
          word,
          rejected: hits,
          kept: kept.filter((one) => words(one).has(word)).length,
        }))
        .filter((one) => one.kept < one.rejected)
        .slice(0, 8),
    }
  }

  private readonly backfills: Backfill[] = []

  coverage(): Coverage {
    const span = (from: number, to: number, reason: string | null = null) => ({
      from: ago(from),
      to: ago(to),
      complete: reason === null,
      reason,
    })
    return {
      days: 30,
      backfills: this.backfills,
      sources: [
        {
          channel_id: null,
          network: 'bluesky',
          handle: null,
          source: 'stream',
          state: 'reading',
          read_to: ago(2000),
          checked_at: ago(2000),
          error: null,
          spans: [
            span(21 * day, 12 * day),
            span(12 * day, 11.2 * day, 'Rapport was not running.'),
            span(11.2 * day, 3 * day),
            span(3 * day, 2.9 * day, 'Bluesky closed the stream, and kept no more than this.'),
            span(2.9 * day, 0),
          ],
          can_backfill: false,
        },
        {
          channel_id: '71',
          network: 'sandbox',
          handle: 'northwind.example',
          source: 'notifications',
          state: 'behind',
          read_to: ago(40 * 60_000),
          checked_at: ago(60_000),
          error: 'The sandbox asked us to slow down; we go on in 4 minutes.',
          spans: [span(30 * day, 0.03 * day)],
          can_backfill: false,
        },
        {
          channel_id: '72',
          network: 'bluesky',
          handle: 'northwind.example',
          source: 'search',
          state: 'reconnect',
          read_to: ago(4 * day),
          checked_at: ago(hour),
          error: 'Bluesky wants this account to sign in again.',
          spans: [span(30 * day, 4 * day), span(4 * day, 0, 'The account has to sign in again.')],
          can_backfill: true,
        },
      ],
    }
  }

  readGap({ channel_id, from, to }: { channel_id: string; from: string; to: string }): Backfill {
    const backfill: Backfill = {
      id: String(++this.next),
      channel_id,
      monitor_id: null,
      from,
      to,
      state: 'running',
      posts: 12,
      note: null,
      started_at: ago(0),
    }
    this.backfills.push(backfill)
    return backfill
  }

  stopReading(id: string): Backfill | undefined {
    const backfill = this.backfills.find((one) => one.id === id)
    return backfill && Object.assign(backfill, { state: 'stopped' })
  }

  raised() {
    return { items: this.alerts, next_cursor: null }
  }

  read() {
    this.alerts = this.alerts.map((alert) => ({ ...alert, read: true }))
  }

  rulesOf(id: string) {
    return { rules: this.rules.get(id) ?? [] }
  }

  rule(id: string, rules: AlertRule[]) {
    this.rules.set(id, rules)
    return {
      rules: rules.map((rule) =>
        rule.webhook ? { ...rule, webhook_secret: 'whs_mock_7f3a09c1' } : rule,
      ),
    }
  }
}

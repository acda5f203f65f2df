// Articles of the invented world: enough to develop every screen of Knowledge, and no more. Nothing here
// ships. MOCK_ARTICLES=1000 fills the list; MOCK_ARTICLES=0 shows it empty.

import type {
  Article,
  ArticleBody,
  ArticlePage,
  Category,
  Gap,
  HelpSite,
  Imported,
  MarkdownFile,
  UsePage,
} from '../src/api/knowledge/types.ts'
import { ago, Refused, type World } from './world.ts'

const day = 24 * 3_600_000

const texts: [title: string, language: string, markdown: string, questions: string][] = [
  [
    'How long a parcel takes',
    'en',
    'Within **two working days** in the country, five elsewhere.\n\n## Where it is now\n\nEvery parcel has a number; you find it in the mail we send when it leaves.\n\n- [Follow a parcel](https://northwind.example/track)\n- `NW-` begins each number\n\n> On Saturdays nothing leaves our house.\n\n| Where | Days |\n| --- | --- |\n| At home | 2 |\n| Elsewhere | 5 |\n',
    'Where is my parcel?\nWhen does it arrive?',
  ],
  ['A lid that does not close', 'en', 'We send a new seal, free of charge.\n', 'My flask leaks'],
  ['كم يستغرق وصول الطرد', 'ar', 'خلال **يومي عمل** داخل البلاد.\n', 'أين طردي؟'],
  ['Wie lange ein Paket braucht', 'de', 'Zwei Werktage im Land.\n', 'Wo ist mein Paket?'],
  [
    'Everything about brewing winter smoke, from the water that you draw to the minute at which you take the leaves out, and what to do when it turned out bitter',
    'en',
    'Eighty degrees, three minutes.\n',
    '',
  ],
]

export class Knowledge {
  private articles: Article[] = []
  private categories: Category[] = []
  private gaps: Gap[] = []
  private site: HelpSite = {
    enabled: false,
    slug: 'northwind',
    title: '',
    intro: '',
    accent: '',
    url: '',
  }
  private next = 70_000

  constructor(private readonly world: World) {
    const count = Number(process.env.MOCK_ARTICLES ?? 14)
    if (count === 0) return
    this.categories = ['Delivery', 'Products', 'Brewing'].map((name, place) => ({
      ...{ id: String(600 + place), name, slug: name.toLowerCase(), place, articles: 0 },
    }))
    for (let at = 0; at < count; at++) this.invent(at)
    const waiting = world.heard().filter(({ post }) => !post.author.ours && post.text.length > 20)
    this.gaps = ['Gift wrapping', 'Is the tea free of pesticides?', 'Opening hours'].map(
      (name, at) => {
        const posts = waiting.slice(at * 9, at * 9 + 7 - at).map(({ post, conversation }) => ({
          post_id: post.id,
          conversation_id: conversation,
          text: post.text,
          author: post.author.name,
          at: post.created_at,
        }))
        return {
          ...{ id: String(800 + at), name, state: 'open' as const, article_id: null },
          ...{ people: posts.length, posts: posts.length, waiting: 2 - at },
          ...{ first_at: ago(40 * day), last_at: ago((at + 1) * day) },
          ...{ language: 'en', longest_wait: (at + 1) * 86_400 },
          words: name.toLowerCase().split(' '),
          examples: posts,
        }
      },
    )
  }

  private invent(at: number) {
    const [title, language, markdown, questions] = texts[at % texts.length] as (typeof texts)[0]
    const round = Math.floor(at / texts.length)
    const article = this.make({
      kind: at % 7 === 6 ? 'resource' : 'article',
      status: at % 5 === 3 ? 'draft' : at % 11 === 10 ? 'archived' : 'published',
      ...{ language, markdown, questions },
      title: round ? `${title} (${round + 1})` : title,
      slug: language === 'en' ? '' : `parcel${round || ''}`,
      category_id: at % 4 === 3 ? null : String(600 + (at % 3)),
      url: at % 7 === 6 ? 'https://video.example/brewing' : '',
      medium: at % 7 === 6 ? 'video' : '',
      owner_id: at % 3 === 0 ? '2' : null,
      review_at: at % 4 === 0 ? ago((at - 4) * 3 * day) : null,
    })
    article.uses = (at * 7) % 23
    article.changed_at = ago(at * day)
  }

  list(query: URLSearchParams): ArticlePage {
    const q = query.get('q')?.toLowerCase()
    const from = Number(query.get('cursor') ?? 0)
    const limit = Number(query.get('limit') ?? 50)
    const due = (one: Article) =>
      one.status !== 'archived' && one.review_at !== null && Date.parse(one.review_at) < Date.now()
    const is = (key: string, value: string | null) => !query.get(key) || query.get(key) === value
    const found = this.articles
      .filter((one) => is('status', one.status) && is('kind', one.kind))
      .filter((one) => is('category', one.category_id) && is('language', one.language))
      .filter((one) => query.get('review') !== 'due' || due(one))
      .filter((one) => !q || `${one.title} ${one.questions}`.toLowerCase().includes(q))
    return {
      items: found.slice(from, from + limit),
      next_cursor: from + limit < found.length ? String(from + limit) : null,
      to_review: this.articles.filter(due).length,
    }
  }

  one(id: string): Article {
    const found = this.articles.find((article) => article.id === id)
    if (!found) throw new Refused(404, 'not_found', 'This article is not here any more.')
    const translations = this.articles
      .filter((one) => one !== found && one.slug === found.slug)
      .map(({ language, title, status, ...one }) => ({ id: one.id, language, title, status }))
    return { ...found, translations }
  }

  make(body: ArticleBody): Article {
    this.refuse(body, null)
    const slug = body.slug || body.title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
    const article: Article = {
      ...body,
      id: String(++this.next),
      slug,
      link: this.linkOf({ ...body, slug }),
      ...{ uses: 0, version: 1, translations: [] },
      ...{ created_at: ago(0), changed_at: ago(0), published_at: null },
    }
    this.articles.unshift(article)
    return article
  }

  change(id: string, body: ArticleBody & { version: number }): Article {
    const article = this.articles.find((one) => one.id === id)
    if (!article) throw new Refused(404, 'not_found', 'This article is not here any more.')
    if (body.version !== article.version)
      throw new Refused(409, 'conflict', 'Somebody else changed this article.', { field: null })
    this.refuse(body, id)
    const version = article.version + 1
    Object.assign(article, body, { version, changed_at: ago(0), link: this.linkOf(body) })
    return this.one(id)
  }

  remove(id: string): void {
    this.articles = this.articles.filter((one) => one.id !== id)
  }

  uses(id: string): UsePage {
    const rows = this.world.heard().filter(({ post }) => !post.author.ours)
    const items = rows
      .slice(0, Math.min(12, this.one(id).uses))
      .map(({ post, conversation }, at) => ({
        ...{ id: String(at), conversation_id: conversation, post_id: post.id },
        kind: at % 3 === 2 ? ('resolved' as const) : ('linked' as const),
        by: { id: '2', name: 'Jonas Abiola' },
        ...{ at: ago(at * day), person: post.author.name, excerpt: post.text },
        state: (['resolved', 'waiting', 'open'] as const)[at % 3] ?? 'open',
        again: ([null, 'better', 'same', 'worse'] as const)[at % 4] ?? null,
      }))
    return { items, next_cursor: null }
  }

  sorted() {
    const items = this.categories.map((one) => ({
      ...one,
      articles: this.articles.filter(({ category_id }) => category_id === one.id).length,
    }))
    return { items }
  }

  sort(name: string): Category {
    if (this.categories.some((one) => one.name.toLowerCase() === name.toLowerCase()))
      throw new Refused(409, 'conflict', 'There is one of this name.', { field: 'name' })
    const place = this.categories.length
    const made = { id: String(++this.next), name, slug: name.toLowerCase(), place, articles: 0 }
    this.categories.push(made)
    return made
  }

  resort(id: string, { name, place }: { name: string; place: number }): Category {
    const one = this.categories.find((each) => each.id === id) as Category
    const rest = this.categories.filter((each) => each !== one)
    rest.splice(place, 0, Object.assign(one, { name }))
    this.categories = rest.map((each, at) => Object.assign(each, { place: at }))
    return one
  }

  unsort(id: string): void {
    this.categories = this.categories.filter((one) => one.id !== id)
    for (const one of this.articles) if (one.category_id === id) one.category_id = null
  }

  take(body: { files?: MarkdownFile[] }): Imported {
    const items = (body.files ?? []).map(({ name, text }) => {
      const title = text.match(/^#\s+(.+)/m)?.[1] ?? name.replace(/\.\w+$/, '')
      if (text.trim() === '')
        return { name, did: 'left' as const, why: 'There is nothing in it.', article_id: null }
      const { id } = this.make({ ...blank, title, markdown: text })
      return { name, did: 'made' as const, why: '', article_id: id }
    })
    const of = (did: string) => items.filter((one) => one.did === did).length
    return { items, made: of('made'), changed: 0, left: of('left') }
  }

  all(): { files: MarkdownFile[] } {
    return {
      files: this.articles.map(({ slug, language, markdown }) => ({
        name: `${language}/${slug}.md`,
        text: markdown,
      })),
    }
  }

  missing() {
    return { items: this.gaps, learned_at: this.gaps.length > 0 ? ago(day / 3) : null }
  }

  asked(id: string) {
    return { items: this.gap(id).examples }
  }

  settle(id: string, state: Gap['state']): Gap {
    return Object.assign(this.gap(id), { state })
  }

  draft({ gap_id }: { gap_id: string }): Article {
    const gap = this.gap(gap_id)
    const quoted = gap.examples.map(({ text, author }) => `> ${text}\n>\n> — ${author}\n`)
    const article = this.make({
      ...blank,
      title: gap.name,
      markdown: `${quoted.join('\n')}\n`,
      questions: gap.examples.map(({ text }) => text.split('\n')[0]).join('\n'),
    })
    Object.assign(gap, { state: 'written', article_id: article.id })
    return article
  }

  page(): HelpSite {
    return { ...this.site, url: `http://127.0.0.1/help/${this.site.slug}` }
  }

  put(body: HelpSite): HelpSite {
    if (!/^[a-z0-9-]+$/.test(body.slug))
      throw new Refused(422, 'invalid', 'Small letters, digits and hyphens.', { field: 'slug' })
    Object.assign(this.site, body)
    return this.page()
  }

  private gap(id: string): Gap {
    const found = this.gaps.find((gap) => gap.id === id)
    if (!found) throw new Refused(404, 'not_found', 'This question is not here any more.')
    return found
  }

  private linkOf({ kind, url, status, slug }: ArticleBody): string {
    if (kind === 'resource') return url
    return status === 'published' ? `http://127.0.0.1/help/northwind/${slug}` : ''
  }

  private refuse({ title, slug, language }: ArticleBody, id: string | null): void {
    if (title.trim() === '')
      throw new Refused(422, 'invalid', 'Give it a title.', { field: 'title' })
    const taken = this.articles.some(
      (one) => slug && one.slug === slug && one.language === language && one.id !== id,
    )
    if (taken)
      throw new Refused(409, 'conflict', 'Another article has this address.', { field: 'slug' })
  }
}

const blank: ArticleBody = {
  ...{ kind: 'article', status: 'draft', language: 'en', category_id: null, slug: '', title: '' },
  ...{ markdown: '', url: '', medium: '', questions: '', owner_id: null, review_at: null },
}
